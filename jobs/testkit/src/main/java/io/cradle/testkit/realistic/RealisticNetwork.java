package io.cradle.testkit.realistic;

import io.cradle.testkit.realistic.Recipe.Mark;
import java.util.SplittableRandom;

/**
 * A network with the shape of real ones: lognormal numbers of inputs (mean 10), power-law numbers of consumers
 * (exponent 2.2), twelve tiers, hubs that a seventh of all lines lead to, some products that consume themselves, a few
 * credits, and loops as its {@link Family} says. Product inputs of a unit add up to less than one unit, so every loop is
 * productive and figures stay of one order.
 *
 * <p>Every recipe is a function of seed and number: nothing is kept.
 *
 * <p>Shapes of real networks: 711 248 Hungarian firms with 38.6 million links (arXiv 2503.20594), a firm network of the
 * world with 16 % of firms in one strongly connected component (arXiv 2003.02343), the US input-output tables.
 */
public final class RealisticNetwork {
    public static final int SMALLEST = 200;

    private static final int LOOP_EVERY = 50;
    private static final double CONSUMES_ITSELF = 0.08;
    private static final double FURTHER_FACTOR = 0.08;
    private static final double TO_HUB = 0.145;
    private static final double TO_TIER_BELOW = 0.6;
    private static final double LEADS_BACK = 0.0005;
    private static final double IS_CREDIT = 0.001;
    private static final double IS_PRIMARY = 0.1;
    private static final double IS_PACKAGING = 0.02;
    /** Few use electricity of the one grid that is revised; what they make is in four fifths of all products. */
    private static final double USES_HUB_FACTOR = 0.05;

    private static final double SHARE_OF_ITSELF = 0.2;
    private static final double FACTOR_AMOUNT_MEAN = 0.2;
    private static final int HUB_INPUTS = 8;
    private static final int HUB_TIERS = 3;

    private final Family family;
    private final int products;
    private final long seed;
    private final int factors;
    private final int hubs;
    private final Tiers tiers;

    public RealisticNetwork(Family family, int products, long seed) {
        if (products < SMALLEST) {
            throw new IllegalArgumentException(products + " products: expected at least " + SMALLEST);
        }
        this.family = family;
        this.products = products;
        this.seed = seed;
        factors = Math.max(100, Math.min(3_000, products / 300));
        hubs = Math.max(6, Math.min(40, products / 2_500));
        tiers = new Tiers(products);
    }

    public Family family() {
        return family;
    }

    public int products() {
        return products;
    }

    /** Number of emission factors; factor 0 is the one that most products rest on, directly or not. */
    public int factors() {
        return factors;
    }

    int hubs() {
        return hubs;
    }

    public int nodes() {
        return factors + products;
    }

    /** The node of a product; that of a factor is its number. */
    public int node(int product) {
        return factors + product;
    }

    /** Fills in what a product is made of. */
    public void read(int product, Recipe recipe) {
        int place = tiers.place(product);
        int tier = tiers.tier(place);
        SplittableRandom dice = dice(product, 0);
        recipe.clear();
        int lines = Choices.inputs(dice);
        addFactors(recipe, tier == 0 ? lines : 1, dice);
        int bought = recipe.size();
        for (int line = 1; tier > 0 && line < lines; line++) {
            if (Choices.chance(dice, FURTHER_FACTOR)) {
                addFactors(recipe, 1, dice);
            } else {
                recipe.add(product(line(tier, dice)));
            }
        }
        addLoops(recipe, place, tier, dice);
        weigh(recipe, node(product), tier, dice);
        mark(recipe, bought, product, dice);
    }

    /** A dice of its own for every product and purpose. */
    SplittableRandom dice(int number, int purpose) {
        return new SplittableRandom((seed * 31 + purpose) * 0x9E3779B97F4A7C15L + number * 0xD1B54A32D192ED03L);
    }

    private int product(int place) {
        return node(tiers.number(place));
    }

    private void addFactors(Recipe recipe, int count, SplittableRandom dice) {
        for (int i = 0; i < count; i++) {
            // Whoever has many lines has not more of this one factor.
            boolean hub = i == 0 && recipe.size() == 0 && Choices.chance(dice, USES_HUB_FACTOR);
            recipe.add(hub ? 0 : 1 + Choices.ranked(dice, factors - 1));
        }
    }

    /** The place of an input of a product in a tier above the lowest. */
    private int line(int tier, SplittableRandom dice) {
        if (family.leadsBack() && tier < Tiers.COUNT - 1 && Choices.chance(dice, LEADS_BACK)) {
            return dice.nextInt(tiers.start(tier + 1), products);
        }
        if (Choices.chance(dice, TO_HUB)) {
            return hub(Choices.ranked(dice, hubs), tier);
        }
        boolean below = tier == 1 || Choices.chance(dice, TO_TIER_BELOW);
        int from = below ? tier - 1 : dice.nextInt(tier - 1);
        return tiers.start(from) + Choices.ranked(dice, tiers.start(from + 1) - tiers.start(from));
    }

    /** The most popular products of the lowest tiers are the hubs. */
    private int hub(int rank, int consumersTier) {
        int tier = Math.min(rank % HUB_TIERS, consumersTier - 1);
        return tiers.start(tier) + rank / HUB_TIERS;
    }

    private boolean isHub(int place, int tier) {
        return tier < HUB_TIERS && (place - tiers.start(tier)) * HUB_TIERS + tier < hubs;
    }

    private void addLoops(Recipe recipe, int place, int tier, SplittableRandom dice) {
        if (Choices.chance(dice, CONSUMES_ITSELF)) {
            recipe.add(product(place));
        }
        int mate = mate(place, tier);
        if (mate >= 0) {
            recipe.add(product(mate));
        }
        if (family == Family.GIANT && isHub(place, tier)) {
            for (int i = 0; i < HUB_INPUTS; i++) {
                recipe.add(product(dice.nextInt(tiers.start(tier + 1), products)));
            }
        }
    }

    /** The place of the neighbour that closes a loop of two or three, or -1. */
    private int mate(int place, int tier) {
        int first = place - place % LOOP_EVERY;
        int size = 2 + first / LOOP_EVERY % 2;
        if (place >= first + size || first < tiers.start(tier) || first + size > tiers.start(tier + 1)) {
            return -1;
        }
        return first + (place - first + 1) % size;
    }

    /** Product lines share less than one unit, raw materials take few products; factor lines are as they are. */
    private void weigh(Recipe recipe, int self, int tier, SplittableRandom dice) {
        double gain = tier == 0 ? dice.nextDouble(0.05, 0.3) : dice.nextDouble(0.6, 0.95);
        double[] weights = new double[recipe.size()];
        double sum = 0;
        for (int line = 0; line < weights.length; line++) {
            double share = recipe.input(line) == self ? SHARE_OF_ITSELF : 1;
            weights[line] = share * -Math.log(1 - dice.nextDouble());
            sum += recipe.input(line) >= factors ? weights[line] : 0;
        }
        for (int line = 0; line < weights.length; line++) {
            boolean factor = recipe.input(line) < factors;
            recipe.amount(line, factor ? FACTOR_AMOUNT_MEAN * weights[line] : gain * weights[line] / sum);
        }
    }

    private void mark(Recipe recipe, int bought, int product, SplittableRandom dice) {
        for (int line = 0; line < recipe.size(); line++) {
            if (Choices.chance(dice, IS_PRIMARY)) {
                recipe.mark(line, Mark.PRIMARY);
            }
            if (Choices.chance(dice, IS_PACKAGING)) {
                recipe.mark(line, Mark.PACKAGING);
            }
            if (line >= bought && recipe.input(line) != node(product) && Choices.chance(dice, IS_CREDIT)) {
                recipe.credit(line);
            }
        }
    }
}

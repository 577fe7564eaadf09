package io.cradle.testkit.generate;

import io.cradle.schemas.BillLine;
import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * A network of any size whose figures are known without solving anything: ten tiers of products, each made of one flow
 * and about nine products of earlier tiers; every twentieth product and the next one need each other. All are declared
 * in kg and emit fossil gases only, and no line is a credit, so gross and net agree.
 *
 * <pre>
 * f[p] = amount · factor + Σ amount · f[input];   a pair: f[p] = (c[p] + a · c[q]) / (1 − a · b)
 * </pre>
 *
 * The bills are a function of the seed and take no memory. Revising a factor changes the figures of most products.
 */
public final class LargeNetwork {
    /** First day of every version. */
    public static final String VALID_FROM = "2024-01-01";

    private static final int TIERS = 10;
    private static final int FLOWS = 50;
    private static final int INPUTS_MEAN = 9;
    private static final int PAIR_EVERY = 20;

    private final String network;
    private final int products;
    private final long seed;
    private final String[] factors = new String[FLOWS];

    /** An input that is a product, with its amount in units of 1e-4 kg per kg. */
    private record Input(int product, int amount) {}

    /** What one kg of a product is made of; {@code mate} is null where it is in no pair. */
    private record Recipe(int flow, int flowAmount, List<Input> inputs, Input mate) {}

    /** A network of so many products, a multiple of 200, with its first factors. */
    public LargeNetwork(String network, int products, long seed) {
        if (products <= 0 || products % (TIERS * PAIR_EVERY) != 0) {
            // Or a pair could lie in two tiers, and one of the two be an ordinary input of the other.
            throw new IllegalArgumentException(products + " products: expected a multiple of " + TIERS * PAIR_EVERY);
        }
        this.network = network;
        this.products = products;
        this.seed = seed;
        for (int flow = 0; flow < FLOWS; flow++) {
            factors[flow] = decimal(5_000 + 100 * flow);
        }
    }

    public int size() {
        return products;
    }

    /** Identifier of a product, numbered from 0. */
    public static String product(int number) {
        return String.format("p%07d", number);
    }

    /** Number of a product, from its identifier. */
    public static int number(String product) {
        return Integer.parseInt(product.substring(1));
    }

    /** The factors as they stand, then the bills of all products. */
    public Stream<SpecificRecord> records() {
        return Stream.concat(
                IntStream.range(0, FLOWS).mapToObj(this::factor),
                IntStream.range(0, products).mapToObj(this::bill));
    }

    /** The key under which a product's bill stands. */
    public String billKey(int number) {
        return RecordKey.of(InputTopic.BILLS_OF_MATERIALS, bill(number));
    }

    /** Gives a flow another factor, kgCO2e per kg; the record says so in the log, {@link #figures} from now on. */
    public EmissionFactor revise(int flow, String fossil) {
        factors[flow] = fossil;
        return factor(flow);
    }

    /** How many flows there are, numbered from 0. */
    public static int flows() {
        return FLOWS;
    }

    /** What every product emits under the factors as they stand, kgCO2e per kg, by its number. */
    public double[] figures() {
        double[] figures = new double[products];
        for (int i = 0; i < products; i++) {
            Recipe recipe = recipe(i);
            figures[i] = withoutMate(recipe, figures);
            if (recipe.mate() != null && recipe.mate().product() == i - 1) {
                solvePair(
                        i - 1,
                        figures,
                        recipe(i - 1).mate().amount() / 1e4,
                        recipe.mate().amount() / 1e4);
            }
        }
        return figures;
    }

    /** The figures of the two hold what they emit without each other. */
    private static void solvePair(int first, double[] figures, double ofFirst, double ofSecond) {
        double one = figures[first];
        double other = figures[first + 1];
        double left = 1 - ofFirst * ofSecond;
        figures[first] = (one + ofFirst * other) / left;
        figures[first + 1] = (other + ofSecond * one) / left;
    }

    private double withoutMate(Recipe recipe, double[] figures) {
        double sum = recipe.flowAmount() / 1e4 * Double.parseDouble(factors[recipe.flow()]);
        for (Input input : recipe.inputs()) {
            sum += input.amount() / 1e4 * figures[input.product()];
        }
        return sum;
    }

    private EmissionFactor factor(int flow) {
        return Records.factor("flow" + flow, "supply", VALID_FROM, "kg", factors[flow]);
    }

    /** The bill of a product. */
    public BillOfMaterials bill(int number) {
        Recipe recipe = recipe(number);
        List<BillLine> lines = new ArrayList<>();
        lines.add(Records.line("flow", "flow" + recipe.flow(), decimal(recipe.flowAmount()), "kg"));
        recipe.inputs().forEach(input -> lines.add(line(input)));
        if (recipe.mate() != null) {
            lines.add(line(recipe.mate()));
        }
        return Records.bill(network, product(number), "kg", VALID_FROM, lines.toArray(BillLine[]::new));
    }

    private static BillLine line(Input input) {
        return Records.line("product", product(input.product()), decimal(input.amount()), "kg");
    }

    private Recipe recipe(int number) {
        SplittableRandom dice = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        int tierStart = (int) ((long) number * TIERS / products) * products / TIERS;
        List<Input> inputs = new ArrayList<>();
        int count = tierStart == 0 ? 0 : dice.nextInt(1, 2 * INPUTS_MEAN + 2);
        for (int i = 0; i < count; i++) {
            // Amounts add up to about a half, so that figures stay of one order through the tiers.
            inputs.add(new Input(dice.nextInt(tierStart), dice.nextInt(1, 10_000 / count)));
        }
        return new Recipe(dice.nextInt(FLOWS), dice.nextInt(1, 10_000), inputs, mate(number, dice));
    }

    private Input mate(int number, SplittableRandom dice) {
        int amount = dice.nextInt(1, 2_000);
        return switch (number % PAIR_EVERY) {
            case 0 -> new Input(number + 1, amount);
            case 1 -> new Input(number - 1, amount);
            default -> null;
        };
    }

    private static String decimal(int tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, 4).stripTrailingZeros().toPlainString();
    }
}

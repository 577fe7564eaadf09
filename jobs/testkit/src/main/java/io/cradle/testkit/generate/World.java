package io.cradle.testkit.generate;

import io.cradle.schemas.ActivityRecord;
import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.EnergyMeter;
import io.cradle.schemas.ProductionRecord;
import io.cradle.schemas.PurchaseRecord;
import io.cradle.schemas.SupplierEmission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a generator remembers of one network: who takes part in it, and what it has said so far. */
final class World {
    static final List<String> SUPPLIERS = List.of("s0", "s1", "s2");
    static final double PIECE_KG = 2.5;
    /**
     * Activity ends at least so long before its log time: records may then change places inside an epoch of up to a
     * day, and none of them turns into future activity.
     */
    static final int SETTLED_HOURS = 30;

    final GeneratorOptions options;
    final Dice dice;
    final String network;
    final List<String> products;
    final List<String> processes;
    /** Products that are bought only: they have no bill. */
    final List<String> bought = List.of("b0", "b1", "b2");

    final TreeMap<String, BillOfMaterials> bills = new TreeMap<>();
    final TreeMap<String, EnergyMeter> meters = new TreeMap<>();
    final TreeMap<String, ActivityRecord> activities = new TreeMap<>();
    final TreeMap<String, ProductionRecord> productions = new TreeMap<>();
    final TreeMap<String, PurchaseRecord> purchases = new TreeMap<>();
    final TreeMap<String, SupplierEmission> supplied = new TreeMap<>();
    private int records;

    World(GeneratorOptions options, Dice dice, String network) {
        this.options = options;
        this.dice = dice;
        this.network = network;
        this.products =
                IntStream.range(0, options.products()).mapToObj(i -> "p" + i).toList();
        this.processes =
                IntStream.range(0, options.processes()).mapToObj(i -> "k" + i).toList();
    }

    boolean has(Feature feature) {
        return options.has(feature);
    }

    /** A record id that was not used yet. */
    String newRecord(String prefix) {
        // Ids that do not sort by age, so that the order of keys and the order of arrival differ.
        return prefix + (dice.number() % 900 + 100) + "-" + records++;
    }

    /** The unit in which a product is declared: most in kg, some in t, some in pieces. */
    static String unitOf(String product) {
        int number = Integer.parseInt(product.substring(1));
        return switch (number % 5) {
            case 3 -> "{piece}";
            case 4 -> "t";
            default -> "kg";
        };
    }

    /** Kilograms per declared unit. */
    static double kgPerUnit(String product) {
        return switch (unitOf(product)) {
            case "{piece}" -> PIECE_KG;
            case "t" -> 1000;
            default -> 1;
        };
    }

    /** A mass of a product, written in one of the units that it converts from. */
    String[] massInSomeUnit(String product, double kg) {
        String unit = dice.chance(0.6) ? unitOf(product) : dice.of("kg", "t", "g", "[ston_av]");
        double perUnit =
                switch (unit) {
                    case "{piece}" -> PIECE_KG;
                    case "t" -> 1000;
                    case "g" -> 0.001;
                    case "[ston_av]" -> 907.18474;
                    default -> 1;
                };
        return new String[] {Dice.decimal(kg / perUnit), unit};
    }

    /** An interval of whole hours that has ended by now; late ones lie weeks back. */
    Instant[] recentInterval(long nowMs, int... lengthsHours) {
        Duration length = Duration.ofHours(lengthsHours[dice.between(0, lengthsHours.length - 1)]);
        Duration ago = Duration.ofHours(SETTLED_HOURS + dice.between(0, 200));
        if (has(Feature.LATE) && dice.chance(0.15)) {
            ago = Duration.ofDays(dice.between(10, 60));
        }
        long hourMs = Duration.ofHours(1).toMillis();
        Instant end =
                Instant.ofEpochMilli(Math.floorDiv(nowMs, hourMs) * hourMs).minus(ago);
        return new Instant[] {end.minus(length), end};
    }

    /** Regions that the factors know, and some that lie in them. */
    String region() {
        return has(Feature.FACTOR_VARIETY) ? dice.of(null, "GLO", "CN", "CN-ZJ", "CN-X-EAST", "DE", "US-CA") : null;
    }

    String dataSource() {
        return dice.of(null, null, "primary", "secondary");
    }
}

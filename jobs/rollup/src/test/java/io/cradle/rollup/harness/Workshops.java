package io.cradle.rollup.harness;

import io.cradle.schemas.ActivityRecord;
import io.cradle.testkit.generate.Records;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;

/**
 * Networks of one process that makes one product out of ore, whose activity records are written again and again under a
 * few keys: the footprint is known from the last record of each key, factor · Σ amounts ÷ amount made.
 */
public final class Workshops {
    /** The period of all activity. */
    public static final String PERIOD = "2024-03";

    public static final String PRODUCT = "p";

    private static final String START = "2024-03-01T00:00:00Z";
    private static final String END = "2024-03-31T00:00:00Z";
    private static final double FACTOR = 0.75;
    private static final double MADE = 400;
    private static final int KEYS = 100;

    private final int networks;
    private final SplittableRandom dice;
    private final Map<String, Map<String, Double>> amounts = new HashMap<>();

    public Workshops(int networks, long seed) {
        this.networks = networks;
        this.dice = new SplittableRandom(seed);
    }

    /** The factor, and what does not change of the networks; of each topic there is more than one record. */
    public List<SpecificRecord> definitions() {
        List<SpecificRecord> records = new ArrayList<>();
        records.add(Records.factor("ore", "supply", "2023-01-01", "kg", Double.toString(FACTOR)));
        records.add(Records.factor("unused", "supply", "2023-01-01", "kg", "3"));
        for (int i = 0; i < networks; i++) {
            String network = network(i);
            records.add(Records.bill(network, PRODUCT, "kg", "2023-01-01"));
            records.add(Records.production(network, "o", "k", PRODUCT, START, END, Double.toString(MADE), "kg"));
            records.add(Records.supplied(network, "e", "s", "b", "kg", "7", "2023-12-31"));
            records.add(Records.meter(network, "m", "idle", "ore", "kg"));
            records.add(Records.reading(network, "m", START, END, "5"));
            records.add(Records.purchase(network, "b", "b", "s", START, END, "3", "kg"));
        }
        return records;
    }

    /** The next activity record of any network. */
    public ActivityRecord next() {
        String network = network(dice.nextInt(networks));
        String record = "a" + dice.nextInt(KEYS);
        String amount = BigDecimal.valueOf(dice.nextInt(1, 1_000_000), 3).toPlainString();
        amounts.computeIfAbsent(network, name -> new HashMap<>()).put(record, Double.parseDouble(amount));
        return Records.activity(network, record, "k", START, END, "flow", "ore", amount, "kg");
    }

    /** The footprint of the product after all records so far, kgCO2e per kg, by network. */
    public Map<String, Double> figures() {
        Map<String, Double> figures = new HashMap<>();
        amounts.forEach((network, ofNetwork) -> figures.put(
                network,
                FACTOR
                        * ofNetwork.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum()
                        / MADE));
        return figures;
    }

    private static String network(int number) {
        return "n" + number;
    }
}

package io.cradle.rollup.harness;

import io.cradle.schemas.MeterReading;
import io.cradle.testkit.generate.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;

/**
 * Networks of one metered process that makes one product, whose readings of a day are written again and again: the
 * footprint is known from the last reading of each interval, factor · Σ readings ÷ amount made.
 */
public final class Meters {
    /** The period of all activity. */
    public static final String PERIOD = "2024-03";

    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");
    private static final String END = "2024-03-31T00:00:00Z";
    private static final int INTERVALS = 96;
    private static final long INTERVAL_S = 900;
    private static final double FACTOR = 0.5;
    private static final double MADE = 1_000;

    private final int networks;
    private final int metersEach;
    private final SplittableRandom dice;
    private final Map<String, Map<Integer, Integer>> values = new HashMap<>();

    public Meters(int networks, int metersEach, long seed) {
        this.networks = networks;
        this.metersEach = metersEach;
        this.dice = new SplittableRandom(seed);
    }

    /** The factor, and what does not change of the networks. */
    public List<SpecificRecord> definitions() {
        List<SpecificRecord> records = new ArrayList<>();
        records.add(Records.factor("electricity", "supply", "2023-01-01", "kW.h", Double.toString(FACTOR)));
        for (int i = 0; i < networks; i++) {
            String network = "n" + i;
            records.add(Records.bill(network, "p", "kg", "2023-01-01"));
            records.add(Records.production(network, "o", "k", "p", START.toString(), END, Double.toString(MADE), "kg"));
            for (int meter = 0; meter < metersEach; meter++) {
                records.add(Records.meter(network, "m" + meter, "k", "electricity", "kW.h"));
            }
        }
        return records;
    }

    /** The next reading of any meter. */
    public MeterReading next() {
        String network = "n" + dice.nextInt(networks);
        int meter = dice.nextInt(metersEach);
        int interval = dice.nextInt(INTERVALS);
        int value = dice.nextInt(1, 1_000);
        values.computeIfAbsent(network, name -> new HashMap<>()).put(meter * INTERVALS + interval, value);
        Instant start = START.plusSeconds(interval * INTERVAL_S);
        return Records.reading(
                network,
                "m" + meter,
                start.toString(),
                start.plusSeconds(INTERVAL_S).toString(),
                Integer.toString(value));
    }

    /** The footprint of the product after all readings so far, kgCO2e per kg, by network. */
    public Map<String, Double> figures() {
        Map<String, Double> figures = new HashMap<>();
        values.forEach((network, ofNetwork) -> figures.put(
                network,
                FACTOR * ofNetwork.values().stream().mapToInt(Integer::intValue).sum() / MADE));
        return figures;
    }
}

package io.cradle.cli.bench.pipeline;

import io.cradle.schemas.BillLine;
import io.cradle.schemas.MeterReading;
import io.cradle.testkit.generate.Records;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * Plants whose meters report every quarter of an hour of one month. Every product is made by one process with three or
 * four meters and recorded per day; it takes bought materials and up to three products of its plant. Production is known
 * before the readings come, so every reading changes a figure.
 */
final class MeteredPlants {
    /** Every month has these. */
    private static final int DAYS = 28;

    private static final int QUARTERS = 96;
    private static final long QUARTER_S = 900;
    /** How many readings a meter can have: those of the month. */
    static final int MOST_PER_METER = DAYS * QUARTERS;

    private static final List<String> FLOWS = List.of("electricity", "steam", "natural-gas");
    private static final List<String> MATERIALS = List.of("steel-scrap", "limestone", "oxygen", "polymer", "paint");
    private static final String SINCE = "2023-01-01";

    private final PipelineSetup setup;
    private final Instant month;
    private final SplittableRandom dice;

    /**
     * Plants of a month.
     *
     * @param month the month that is open while the job runs, so that no other period is concerned
     * @param seed decides bills and amounts
     */
    MeteredPlants(PipelineSetup setup, YearMonth month, long seed) {
        this.setup = setup;
        this.dice = new SplittableRandom(seed);
        this.month = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Everything but the readings. */
    void definitions(Consumer<SpecificRecord> out) {
        FLOWS.forEach(flow -> out.accept(Records.factor(flow, "supply", SINCE, "kW.h", "0.41")));
        MATERIALS.forEach(material -> out.accept(Records.factor(material, "supply", SINCE, "kg", "1.7")));
        for (int product = 0; product < setup.products(); product++) {
            out.accept(Records.bill(network(product), product(product), "kg", SINCE, lines(product)));
            for (int day = 0; day < DAYS; day++) {
                out.accept(production(product, day));
            }
        }
        for (int meter = 0; meter < setup.meters(); meter++) {
            int product = productOf(meter);
            out.accept(Records.meter(
                    network(product),
                    meter(meter),
                    process(product),
                    FLOWS.get(meter / setup.products() % FLOWS.size()),
                    "kW.h"));
        }
    }

    private BillLine[] lines(int product) {
        List<BillLine> lines = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            lines.add(Records.line("flow", MATERIALS.get((product + i) % MATERIALS.size()), "0.2", "kg"));
        }
        // Only products before it, hence no loops, and a chain of them is some ten tiers long.
        int before = product / setup.networks();
        for (int i = 0; i < Math.min(3, before); i++) {
            int input = product - setup.networks() * (1 + dice.nextInt(before));
            lines.add(Records.line("product", product(input), "0.1", "kg"));
        }
        return lines.toArray(BillLine[]::new);
    }

    private SpecificRecord production(int product, int day) {
        Instant start = month.plusSeconds((long) day * QUARTERS * QUARTER_S);
        return Records.production(
                network(product),
                "made-" + product + "-" + day,
                process(product),
                product(product),
                start.toString(),
                start.plusSeconds(QUARTERS * QUARTER_S).toString(),
                "1250",
                "kg");
    }

    /** A reading: all meters report a quarter of an hour before any reports the next. */
    MeterReading reading(int number) {
        int meter = number % setup.meters();
        Instant start = month.plusSeconds(number / setup.meters() * QUARTER_S);
        int thousandths = dice.nextInt(1, 100_000);
        return MeterReading.newBuilder()
                .setNetwork(network(productOf(meter)))
                .setMeter(meter(meter))
                .setStart(start)
                .setEnd(start.plusSeconds(QUARTER_S))
                .setValue(thousandths / 1000 + "."
                        + Integer.toString(1000 + thousandths % 1000).substring(1))
                .setUnit("kW.h")
                .build();
    }

    private int productOf(int meter) {
        return meter % setup.products();
    }

    private String network(int product) {
        return "plant-" + (10 + product % setup.networks());
    }

    private static String product(int product) {
        return "product-" + product;
    }

    private static String process(int product) {
        return "line-" + product;
    }

    private static String meter(int meter) {
        return "meter-" + (10_000 + meter);
    }
}

package io.cradle.cli.bench.freshness;

import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.MeterReading;
import io.cradle.testkit.generate.Records;
import io.cradle.testkit.realistic.Family;
import io.cradle.testkit.realistic.RealisticNetwork;
import io.cradle.testkit.realistic.RealisticRecords;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;

/**
 * A realistic network with products on top of it that readings change. They come in pairs: a metered one, made of two
 * products of the network by a process whose meters report energy, and one made of nothing else that changes.
 *
 * <pre>
 * network ──▶ top-0 (metered) ──▶ top-1     network ──▶ top-2 (metered) ──▶ top-3     …
 * </pre>
 *
 * Production of a month is known before the readings come, so every reading changes both figures of its pair.
 */
final class MeteredNetwork {
    /** Every month has these. */
    private static final int DAYS = 28;

    private static final int QUARTERS_A_DAY = 96;
    private static final long DAY_S = 86_400;
    /** How many readings a meter can have: one per quarter of an hour of the month. */
    static final int MOST_PER_METER = DAYS * QUARTERS_A_DAY;

    private static final long QUARTER_S = 900;
    private static final String NAME = "fresh";
    private static final String ENERGY = "metered-electricity";
    private static final String CHANGING = "top-";

    private final FreshnessSettings settings;
    private final RealisticNetwork below;
    private final Instant month;
    private final SplittableRandom dice;

    /** @param month one that is open while the job runs, in UTC */
    MeteredNetwork(FreshnessSettings settings, YearMonth month) {
        this.settings = settings;
        this.below = new RealisticNetwork(Family.FEW, settings.products() - settings.changed(), settings.seed());
        this.month = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        this.dice = new SplittableRandom(settings.seed());
    }

    /** Everything but the readings. */
    void definitions(Consumer<SpecificRecord> out) {
        out.accept(Records.factor(ENERGY, "supply", RealisticRecords.VALID_FROM, "kW.h", "0.41"));
        new RealisticRecords(NAME, below).records().forEach(out);
        for (int pair = 0; pair < settings.metered(); pair++) {
            out.accept(metered(pair));
            out.accept(madeOf(pair));
            for (int day = 0; day < DAYS; day++) {
                out.accept(production(pair, day));
            }
        }
        IntStream.range(0, settings.meters())
                .mapToObj(meter -> Records.meter(NAME, meter(meter), process(pairOf(meter)), ENERGY, "kW.h"))
                .forEach(out);
    }

    private BillOfMaterials metered(int pair) {
        return Records.bill(
                NAME,
                product(2 * pair),
                "kg",
                RealisticRecords.VALID_FROM,
                Records.line("product", anyBelow(), "0.3", "kg"),
                Records.line("product", anyBelow(), "0.2", "kg"));
    }

    private static BillOfMaterials madeOf(int pair) {
        return Records.bill(
                NAME,
                product(2 * pair + 1),
                "kg",
                RealisticRecords.VALID_FROM,
                Records.line("product", product(2 * pair), "0.7", "kg"));
    }

    private String anyBelow() {
        return RealisticRecords.product(dice.nextInt(below.products()));
    }

    private SpecificRecord production(int pair, int day) {
        Instant start = month.plusSeconds(day * DAY_S);
        return Records.production(
                NAME,
                "made-" + pair + "-" + day,
                process(pair),
                product(2 * pair),
                start.toString(),
                start.plusSeconds(DAY_S).toString(),
                "1250",
                "kg");
    }

    /** A reading: all meters report a quarter of an hour, the pairs by turns, before any reports the next. */
    MeterReading reading(long number) {
        int meter = (int) (number % settings.meters());
        Instant start = month.plusSeconds(number / settings.meters() * QUARTER_S);
        int thousandths = dice.nextInt(1_000, 100_000);
        return MeterReading.newBuilder()
                .setNetwork(NAME)
                .setMeter(meter(meter))
                .setStart(start)
                .setEnd(start.plusSeconds(QUARTER_S))
                .setValue(thousandths / 1000 + "."
                        + Integer.toString(1000 + thousandths % 1000).substring(1))
                .setUnit("kW.h")
                .build();
    }

    /** The pair that a reading changes. */
    int pairOf(long number) {
        return (int) (number % settings.meters()) % settings.metered();
    }

    /** Which of the changing products it is: twice the number of its pair, or one more; -1 for any other product. */
    static int changing(String product) {
        return product.startsWith(CHANGING) ? Integer.parseInt(product.substring(CHANGING.length())) : -1;
    }

    private static String product(int changing) {
        return CHANGING + changing;
    }

    private static String process(int pair) {
        return "line-" + pair;
    }

    private static String meter(int meter) {
        return "meter-" + meter;
    }
}

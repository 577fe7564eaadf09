package io.cradle.testkit.generate;

import io.cradle.schemas.ActivityRecord;
import io.cradle.schemas.EnergyMeter;
import io.cradle.schemas.MeterReading;
import io.cradle.schemas.ProductionRecord;
import io.cradle.testkit.generate.DirtyActions.Fault;
import java.time.Instant;
import java.util.List;

/** Records that are fine in themselves and are refused for what else the network holds. */
final class RefusedActivity {
    private static final String METER = "dirty-interval";
    private static final String REGISTER = "dirty-register";

    private final World world;
    private final Dice dice;

    RefusedActivity(World world) {
        this.world = world;
        this.dice = world.dice;
    }

    List<Fault> faults() {
        return List.of(
                this::periodClosed,
                (log, now) -> log.put(reading("ghost", 24, 0, now, "7")),
                (log, now) -> log.put(production(now, "phantom", "kg", "k0")),
                this::wrongReadings,
                this::registerBackwards,
                this::overlap,
                this::allocationMismatch,
                this::excessInstrument,
                this::evidenceTwice);
    }

    private void periodClosed(LogBuilder log, long nowMs) {
        log.put(Records.purchase(
                world.network,
                world.newRecord("b"),
                "b0",
                "s0",
                "2017-03-01T00:00:00Z",
                "2017-03-05T00:00:00Z",
                "5",
                "kg"));
        log.put(ProductionRecord.newBuilder(production(nowMs, "p0", "kg", "k0"))
                .setStart(Instant.parse("2018-05-31T00:00:00Z"))
                .setEnd(Instant.parse("2018-06-02T00:00:00Z"))
                .build());
    }

    /** A unit of another dimension, a negative amount and an interval without a start. */
    private void wrongReadings(LogBuilder log, long nowMs) {
        log.put(Records.meter(world.network, METER, "k0", "electricity", "kW.h"));
        log.put(MeterReading.newBuilder(reading(METER, 30, 26, nowMs, "5"))
                .setUnit("kg")
                .build());
        log.put(reading(METER, 26, 22, nowMs, "-5"));
        log.put(MeterReading.newBuilder(reading(METER, 22, 20, nowMs, "5"))
                .setStart(null)
                .build());
    }

    private void registerBackwards(LogBuilder log, long nowMs) {
        log.put(EnergyMeter.newBuilder(Records.meter(world.network, REGISTER, "k0", "steam", "MJ"))
                .setReadingKind("register")
                .build());
        log.put(register(100, nowMs, "0"));
        log.put(register(50, nowMs, Dice.decimal(nowMs / 1e7)));
        log.put(register(30, nowMs, "1"));
    }

    private MeterReading register(int hoursAgo, long nowMs, String value) {
        return MeterReading.newBuilder(reading(REGISTER, hoursAgo + 1, hoursAgo, nowMs, value))
                .setStart(null)
                .build();
    }

    private void overlap(LogBuilder log, long nowMs) {
        log.put(Records.meter(world.network, METER, "k0", "electricity", "kW.h"));
        log.put(reading(METER, 20, 10, nowMs, "5"));
        log.put(reading(METER, 15, 8, nowMs, "6"));
    }

    private void allocationMismatch(LogBuilder log, long nowMs) {
        log.put(production(nowMs, "p0", "kg", "k-dirty"));
        log.put(production(nowMs, "p0", "EUR", "k-dirty"));
    }

    private void excessInstrument(LogBuilder log, long nowMs) {
        log.put(Records.meter(world.network, METER, "k0", "electricity", "kW.h"));
        log.put(instrument(nowMs, "cert-" + world.newRecord("c"), "900000"));
    }

    /** The second record of one certificate, whichever the order of their keys makes it. */
    private void evidenceTwice(LogBuilder log, long nowMs) {
        log.put(Records.meter(world.network, METER, "k0", "electricity", "kW.h"));
        log.put(reading(METER, 8, 4, nowMs, "50"));
        String evidence = "cert-" + world.newRecord("c");
        log.put(instrument(nowMs, evidence, "1"), instrument(nowMs, evidence, "1"));
    }

    private ActivityRecord instrument(long nowMs, String evidence, String amount) {
        return ActivityRecord.newBuilder(Records.activity(
                        world.network,
                        world.newRecord("a"),
                        "k0",
                        ago(8, nowMs),
                        ago(4, nowMs),
                        "flow",
                        "steam",
                        amount,
                        "MJ"))
                .setReplaces("electricity")
                .setEvidence(evidence)
                .build();
    }

    private ProductionRecord production(long nowMs, String product, String allocationUnit, String process) {
        return ProductionRecord.newBuilder(Records.production(
                        world.network,
                        world.newRecord("o"),
                        process,
                        product,
                        ago(30, nowMs),
                        ago(20, nowMs),
                        dice.decimal(1, 9),
                        "kg"))
                .setAllocationWeight("1")
                .setAllocationUnit(allocationUnit)
                .build();
    }

    private MeterReading reading(String meter, int fromHoursAgo, int toHoursAgo, long nowMs, String value) {
        return Records.reading(world.network, meter, ago(fromHoursAgo, nowMs), ago(toHoursAgo, nowMs), value);
    }

    private static String ago(int hours, long nowMs) {
        long hourMs = 3_600_000;
        return Instant.ofEpochMilli((nowMs / hourMs - hours - World.SETTLED_HOURS) * hourMs)
                .toString();
    }
}

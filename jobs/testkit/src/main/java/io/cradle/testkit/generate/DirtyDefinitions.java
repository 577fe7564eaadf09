package io.cradle.testkit.generate;

import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.EnergyMeter;
import io.cradle.schemas.Indicators;
import io.cradle.schemas.SupplierEmission;
import io.cradle.testkit.generate.DirtyActions.Fault;
import java.util.List;

/** Bills, meters, supplier records and factors with a fault; a good record under their key stays in force. */
final class DirtyDefinitions {
    private final World world;

    DirtyDefinitions(World world) {
        this.world = world;
    }

    List<Fault> faults() {
        return List.of(
                (log, now) -> log.put(Records.bill(
                        world.network, "p0", "kg", "2023-01-01", Records.line("product", "p0", "1.2", "kg"))),
                (log, now) -> log.put(Records.bill(
                        world.network, "p1", "kg", "2023-01-01", Records.line("flow", "ore", "1", "stone"))),
                (log, now) -> log.put(
                        Records.bill(world.network, "p1", "kg", "2023-01-01", Records.line("gas", "CO3", "1", "kg"))),
                (log, now) ->
                        log.put(EnergyMeter.newBuilder(Records.meter(world.network, "m0", "k0", "electricity", "kW.h"))
                                .setReadingKind("hourly")
                                .build()),
                (log, now) -> log.put(supplied("1", "2.5")),
                (log, now) -> log.put(supplied("-1", null)),
                (log, now) -> log.put(factor().setKind("upstream").build()),
                (log, now) -> log.put(factor().setRegion("Mordor").build()),
                (log, now) -> log.put(factor().setIndicators(
                                Indicators.newBuilder().setCcsCapture("0.5").build())
                        .build()),
                (log, now) -> log.put(factor().setUnit("").build()));
    }

    private static EmissionFactor.Builder factor() {
        return EmissionFactor.newBuilder(Records.factor("ore", "supply", "2023-01-01", "kg", "9"));
    }

    private SupplierEmission supplied(String fossil, String statedSum) {
        String record = world.supplied.isEmpty() ? "e-dirty" : world.dice.pick(List.copyOf(world.supplied.keySet()));
        return SupplierEmission.newBuilder(
                        Records.supplied(world.network, record, "s0", "b0", "kg", fossil, "2023-12-31"))
                .setPcfExcludingBiogenicUptake(statedSum)
                .build();
    }
}

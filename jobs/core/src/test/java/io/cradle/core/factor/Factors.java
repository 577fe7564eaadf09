package io.cradle.core.factor;

import io.cradle.core.Position;
import io.cradle.core.quantity.MassEnergy;
import io.cradle.core.quantity.Units;
import java.time.LocalDate;
import java.util.Optional;

/** Factors in one line each, and the log that brings them. */
final class Factors {
    private final FactorTable table = new FactorTable();

    FactorTable table() {
        return table;
    }

    /** Supply factor of electricity per kW.h with a fossil figure; {@code to} null: until superseded. */
    static Factor grid(String region, String from, String to, double kgCO2e) {
        double[] indicators = new double[9];
        indicators[0] = kgCO2e;
        return new Factor(
                "grid/" + region + "/" + from,
                "grid",
                region,
                FactorKind.SUPPLY,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                MassEnergy.none(Units.of("kW.h")),
                indicators,
                new Quality(0, 3, 2, 1),
                "v" + kgCO2e,
                null);
    }

    Factors put(long logTimeMs, Factor factor) {
        table.put(
                factor.flow(), factor.region(), factor.kind(), factor.validFrom(), at(logTimeMs), Optional.of(factor));
        return this;
    }

    Factors delete(long logTimeMs, Factor factor) {
        table.put(factor.flow(), factor.region(), factor.kind(), factor.validFrom(), at(logTimeMs), Optional.empty());
        return this;
    }

    static Position at(long logTimeMs) {
        return new Position(logTimeMs, "emission-factors", 0, logTimeMs);
    }
}

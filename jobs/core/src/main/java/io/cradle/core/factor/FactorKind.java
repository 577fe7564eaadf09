package io.cradle.core.factor;

import java.util.Arrays;
import java.util.Optional;

/** What a factor covers. Kinds never stand in for one another. */
public enum FactorKind {
    /** Cradle to gate, not burnt; electricity and heat as delivered, losses included. */
    SUPPLY("supply"),
    /** The stack only. */
    COMBUSTION("combustion"),
    /** Direct CO2 of generation: kept for reports, never used in a footprint. */
    GRID_DIRECT("grid-direct");

    private final String code;

    FactorKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<FactorKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}

package io.cradle.core.factor;

import java.time.LocalDate;

/** How leaves are named. */
public final class FactorKeys {
    private FactorKeys() {}

    /** flow/region/kind/valid-from. */
    public static String key(String flow, String region, FactorKind kind, LocalDate validFrom) {
        return flow + "/" + region + "/" + kind.code() + "/" + validFrom;
    }
}

package io.cradle.core.grade;

import java.util.Locale;

/** Usability of a footprint (PACT methodology v3): every level asks for all that the ones before it ask for. */
public enum UsabilityLevel {
    /** Not even indicative: there is no figure. */
    NONE,
    /** Indicative. */
    L1,
    /** Consistent. */
    L2,
    /** Methodologically complete. */
    L3;

    /** As records name it: {@code none}, {@code L1}, {@code L2} or {@code L3}. */
    public String code() {
        return this == NONE ? name().toLowerCase(Locale.ROOT) : name();
    }
}

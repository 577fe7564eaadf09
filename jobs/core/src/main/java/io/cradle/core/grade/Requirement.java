package io.cradle.core.grade;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a usability level asks for, in the order in which PACT lists it. */
public enum Requirement {
    /** A figure per declared unit, be it a lower bound. */
    FIGURE(UsabilityLevel.L1),
    PRIMARY_DATA_SHARE(UsabilityLevel.L2),
    STANDARDS(UsabilityLevel.L2),
    /** Every factor that the product rests on directly names its source. */
    FACTOR_SOURCES(UsabilityLevel.L2),
    PACKAGING_FLAG(UsabilityLevel.L2),
    GWP_SET(UsabilityLevel.L2),
    /** Nothing between cradle and gate is unresolved. */
    BOUNDARY(UsabilityLevel.L3),
    ALLOCATION(UsabilityLevel.L3),
    /** Exempted emissions are stated, and within what PACT allows. */
    EXEMPTED_EMISSIONS(UsabilityLevel.L3),
    FOSSIL_CARBON_CONTENT(UsabilityLevel.L3),
    CCS_CCU(UsabilityLevel.L3),
    BIOGENIC(UsabilityLevel.L3),
    DATA_QUALITY_RATINGS(UsabilityLevel.L3),
    VERIFICATION(UsabilityLevel.L3);

    private static final List<Requirement> DECLARABLE = List.of(ALLOCATION, FOSSIL_CARBON_CONTENT, VERIFICATION);

    private final UsabilityLevel level;

    Requirement(UsabilityLevel level) {
        this.level = level;
    }

    /** The level that asks for it. */
    public UsabilityLevel level() {
        return level;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What no publication can show, so that its owner may declare to have it: the codes are those of the files. */
    public static List<Requirement> declarable() {
        return DECLARABLE;
    }

    /** The declarable requirement of this code. */
    public static Optional<Requirement> findDeclarable(String code) {
        return Arrays.stream(values())
                .filter(one -> DECLARABLE.contains(one) && one.code().equals(code))
                .findFirst();
    }
}

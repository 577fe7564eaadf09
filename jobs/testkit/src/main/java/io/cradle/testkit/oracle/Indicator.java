package io.cradle.testkit.oracle;

/** The nine indicators, kgCO2e, in the order of the contracts. */
enum Indicator {
    FOSSIL("fossil", true, +1),
    LAND_USE_CHANGE("land_use_change", true, +1),
    LAND_MANAGEMENT_EMISSIONS("land_management_emissions", true, 0),
    LAND_MANAGEMENT_REMOVALS("land_management_removals", true, -1),
    BIOGENIC_NON_CO2("biogenic_non_co2", true, +1),
    TECHNOLOGICAL_REMOVALS("technological_removals", true, -1),
    CCS_CAPTURE("ccs_capture", true, -1),
    // A positive uptake is odd, not wrong: net of what is released on the way it may be.
    BIOGENIC_UPTAKE("biogenic_uptake", false, 0),
    AIRCRAFT("aircraft", false, +1);

    static final int COUNT = values().length;

    private final String field;
    private final boolean inExcl;
    private final int sign;

    Indicator(String field, boolean inExcl, int sign) {
        this.field = field;
        this.inExcl = inExcl;
        this.sign = sign;
    }

    String field() {
        return field;
    }

    /** Whether it is a part of the footprint excluding biogenic uptake (PACT v3). */
    boolean inExcl() {
        return inExcl;
    }

    /** The sign that a stated figure may have: +1, -1, or 0 for any. */
    int sign() {
        return sign;
    }

    /** PCF excluding biogenic uptake of a vector. */
    static double excl(double[] vector) {
        double sum = 0;
        for (Indicator indicator : values()) {
            if (indicator.inExcl) {
                sum += vector[indicator.ordinal()];
            }
        }
        return sum;
    }
}

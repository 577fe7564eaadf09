package io.cradle.testkit.oracle;

import java.util.Locale;

/** Why nothing resolves an input. */
enum Gap {
    NO_FACTOR,
    NO_PRODUCTION,
    NO_PURCHASE_WEIGHTS,
    NO_SUPPLIER_RECORD,
    UNIT_DIMENSION;

    /** As it is written in footprints, such as {@code no-factor}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

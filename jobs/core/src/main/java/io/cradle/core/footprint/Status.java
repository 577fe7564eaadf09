package io.cradle.core.footprint;

import java.util.Locale;

/** Where a published figure stands in the life of its period. */
public enum Status {
    PROVISIONAL,
    FINAL,
    RESTATED,
    WITHDRAWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Status ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

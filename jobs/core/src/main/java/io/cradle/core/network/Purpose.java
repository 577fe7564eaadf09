package io.cradle.core.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a line of a bill is for. */
public enum Purpose {
    MATERIAL,
    /** Counted, and reported apart. */
    PACKAGING,
    INBOUND,
    /** Outside the footprint, reported apart. */
    OUTBOUND,
    WASTE,
    ANCILLARY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Purpose> find(String code) {
        return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
    }
}

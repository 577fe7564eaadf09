package io.cradle.core.activity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an input is. */
public enum InputKind {
    /** Made or bought; resolved through its sources. */
    PRODUCT,
    /** Resolved through a supply factor. */
    FLOW,
    /** Resolved through a supply and a combustion factor. */
    FUEL,
    /** A direct emission. */
    GAS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<InputKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}

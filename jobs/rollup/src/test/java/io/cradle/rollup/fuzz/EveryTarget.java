package io.cradle.rollup.fuzz;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** All targets in one, for short runs: the first byte says which. */
public final class EveryTarget {
    static final List<Class<?>> TARGETS =
            List.of(ChangeTarget.class, QuantityTarget.class, FileTarget.class, SettingsTarget.class);

    private EveryTarget() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        switch ((input[0] & 0xff) % TARGETS.size()) {
            case 0 -> ChangeTarget.fuzzerTestOneInput(rest);
            case 1 -> QuantityTarget.fuzzerTestOneInput(rest);
            case 2 -> FileTarget.fuzzerTestOneInput(rest);
            default -> SettingsTarget.fuzzerTestOneInput(rest);
        }
    }
}

package io.cradle.testkit.oracle;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * What tells the inputs of a process apart. Amounts of one key add up to one line.
 *
 * @param supplier null = none named
 * @param month first day of the month of activity
 */
record InputKey(
        LocalDate month,
        InputKind kind,
        String input,
        String region,
        String supplier,
        Unit.Dimension dimension,
        boolean primary)
        implements Comparable<InputKey> {
    private static final Comparator<InputKey> ORDER = Comparator.comparing(InputKey::month)
            .thenComparing(InputKey::kind)
            .thenComparing(InputKey::input)
            .thenComparing(InputKey::region)
            .thenComparing(InputKey::supplier, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(InputKey::dimension)
            .thenComparing(InputKey::primary);

    @Override
    public int compareTo(InputKey other) {
        return ORDER.compare(this, other);
    }
}

package io.cradle.core.activity;

import io.cradle.core.quantity.Unit;
import java.time.YearMonth;
import java.util.Comparator;

/**
 * What a process used in one month: everything that decides which node an amount is priced with.
 *
 * @param unit the unit of the amounts; inputs are the same when their units have one dimension
 * @param region never null: GLO where the record has none
 * @param supplier empty where the record names none
 * @param primary whether the activity data are primary
 */
public record RecordedInput(
        InputKind kind, String input, Unit unit, String region, String supplier, YearMonth month, boolean primary)
        implements Comparable<RecordedInput> {
    private static final Comparator<RecordedInput> ORDER = Comparator.comparing(RecordedInput::kind)
            .thenComparing(RecordedInput::input)
            .thenComparing(RecordedInput::month)
            .thenComparing(RecordedInput::region)
            .thenComparing(RecordedInput::supplier)
            .thenComparing(input -> input.unit().dimension())
            .thenComparing(RecordedInput::primary);

    @Override
    public int compareTo(RecordedInput other) {
        return ORDER.compare(this, other);
    }
}

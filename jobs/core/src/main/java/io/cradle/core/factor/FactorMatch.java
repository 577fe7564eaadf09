package io.cradle.core.factor;

import io.cradle.core.Position;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The factor that an input resolves to, and why.
 *
 * @param wantedRegion the region that was asked for
 * @param month the month of the activity
 * @param older whether no factor was valid in that month and this is the latest earlier one
 */
public record FactorMatch(Factor factor, Position position, String wantedRegion, YearMonth month, boolean older) {

    /** Key of the leaf; an older factor whose temporal rating grew is a leaf of its own. */
    public String leafKey() {
        return older ? key() + "#t" + temporalFloor() : key();
    }

    /** The key of the factor's record. */
    public String key() {
        return factor.key();
    }

    public Leaf leaf() {
        Leaf leaf = new Leaf(
                key(),
                factor.version(),
                factor.source(),
                factor.indicators(),
                factor.quality(),
                factor.per(),
                position);
        return older ? leaf.withTemporalAtLeast(temporalFloor()) : leaf;
    }

    /** What a reader should know about this choice. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(2);
        if (older) {
            notes.add("older-factor");
        }
        if (!factor.region().equals(wantedRegion)) {
            notes.add("parent-region");
        }
        return notes;
    }

    /** PACT v3: temporal rating by the days between the end of what is represented and the end of the month. */
    private int temporalFloor() {
        long days = ChronoUnit.DAYS.between(factor.validTo(), month.atEndOfMonth());
        if (days <= 366) {
            return 1;
        }
        if (days <= 731) {
            return 2;
        }
        if (days <= 1096) {
            return 3;
        }
        return days <= 1461 ? 4 : 5;
    }
}

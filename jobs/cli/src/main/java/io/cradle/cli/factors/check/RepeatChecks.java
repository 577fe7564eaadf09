package io.cradle.cli.factors.check;

import io.cradle.cli.factors.table.FactorColumns;
import io.cradle.cli.factors.table.FactorRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Factors that stand in a table twice, and validities that overlap; the later row is the one named. */
final class RepeatChecks {
    private RepeatChecks() {}

    static List<Defect> of(List<FactorRow> rows) {
        List<Defect> defects = new ArrayList<>();
        Map<String, List<FactorRow>> bySubject = new HashMap<>();
        for (FactorRow row : rows) {
            List<FactorRow> earlier = bySubject.computeIfAbsent(row.subject(), subject -> new ArrayList<>());
            for (FactorRow other : earlier) {
                if (other.key().equals(row.key())) {
                    defects.add(twice(row, other));
                    break;
                }
                if (overlaps(row, other)) {
                    defects.add(overlap(row, other));
                    break;
                }
            }
            earlier.add(row);
        }
        return defects;
    }

    private static Defect twice(FactorRow row, FactorRow other) {
        boolean same =
                FactorColumns.ALL.stream().allMatch(column -> row.text(column).equals(other.text(column)));
        return Defect.in(
                row,
                "flow",
                same
                        ? "is row " + other.number() + " once more"
                        : "has the flow, region, kind and valid_from of row " + other.number() + " but says otherwise",
                "keep one of them");
    }

    private static Defect overlap(FactorRow row, FactorRow other) {
        return Defect.in(
                row,
                "valid_from",
                "its validity overlaps that of row " + other.number() + " (" + other.text("valid_from") + " to "
                        + other.text("valid_to") + ")",
                "the earlier one must end before the later begins; leave valid_to empty for until superseded");
    }

    /** An absent end is no overlap: it means until superseded. */
    private static boolean overlaps(FactorRow a, FactorRow b) {
        LocalDate fromA = day(a, "valid_from");
        LocalDate fromB = day(b, "valid_from");
        if (fromA == null || fromB == null || fromA.equals(fromB)) {
            return false;
        }
        LocalDate end = fromA.isBefore(fromB) ? day(a, "valid_to") : day(b, "valid_to");
        return end != null && !end.isBefore(fromA.isBefore(fromB) ? fromB : fromA);
    }

    private static LocalDate day(FactorRow row, String column) {
        try {
            return row.has(column) ? LocalDate.parse(row.text(column)) : null;
        } catch (DateTimeException e) {
            // What is no day is named as such where records are made of rows.
            return null;
        }
    }
}

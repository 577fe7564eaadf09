package io.cradle.rollup.grading;

import io.cradle.connectors.files.sheet.SheetRow;
import io.cradle.core.grade.GradeBound;
import io.cradle.core.grade.GradeScale;
import io.cradle.core.grade.GradingScheme;
import io.cradle.core.quantity.Unit;
import io.cradle.core.quantity.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a scheme: one row per grade, the grades of a category best first. */
final class SchemeReader {
    private static final String SCHEME = "scheme";
    private static final String CATEGORY = "category";
    private static final String UNIT = "unit";
    private static final String GRADE = "grade";
    private static final String UP_TO = "up_to";
    private static final String PRIMARY = "min_primary_data_share";
    private static final String TECHNOLOGICAL = "max_technological_dqr";
    private static final String GEOGRAPHICAL = "max_geographical_dqr";
    private static final String TEMPORAL = "max_temporal_dqr";
    private static final String COVERAGE = "min_coverage";

    static final List<String> COLUMNS =
            List.of(SCHEME, CATEGORY, UNIT, GRADE, UP_TO, PRIMARY, TECHNOLOGICAL, GEOGRAPHICAL, TEMPORAL, COVERAGE);

    private static final double BEST_RATING = 1;

    private final GradingTable table;
    private final Map<String, GradeScale> scales = new LinkedHashMap<>();
    private String name;

    SchemeReader(GradingTable table) {
        this.table = table;
    }

    /** The scheme; what it is worth where there are faults is nothing. */
    GradingScheme read() {
        table.rows().forEach(this::read);
        return new GradingScheme(name, scales);
    }

    private void read(SheetRow row) {
        name(row);
        String category = table.required(row, CATEGORY);
        String unit = unit(row);
        GradeBound bound = bound(row);
        if (category == null || unit == null || bound == null) {
            return;
        }
        GradeScale scale = scales.computeIfAbsent(category, none -> new GradeScale(unit, new ArrayList<>()));
        if (!scale.unitCode().equals(unit)) {
            table.complain(
                    row, UNIT, "is " + unit + " and was " + scale.unitCode() + " above; a category has one unit");
        }
        compare(row, scale.bounds(), bound);
        scale.bounds().add(bound);
    }

    private void name(SheetRow row) {
        String ofRow = table.required(row, SCHEME);
        if (name != null && ofRow != null && !ofRow.equals(name)) {
            table.complain(row, SCHEME, "is '" + ofRow + "' and was '" + name + "' above; a file holds one scheme");
        }
        name = name == null ? ofRow : name;
    }

    private String unit(SheetRow row) {
        String code = table.required(row, UNIT);
        if (code == null) {
            return null;
        }
        String known = Units.find(code).map(Unit::code).orElse(null);
        if (known == null) {
            table.complain(row, UNIT, "'" + code + "' is no unit; give a UCUM code such as kg, t, kW.h or {piece}");
        }
        return known;
    }

    private GradeBound bound(SheetRow row) {
        String grade = table.required(row, GRADE);
        double upTo = table.number(row, UP_TO, -Double.MAX_VALUE, Double.MAX_VALUE, GradeBound.NO_BOUND);
        double primary = table.number(row, PRIMARY, 0, 100, 0);
        double technological = rating(row, TECHNOLOGICAL);
        double geographical = rating(row, GEOGRAPHICAL);
        double temporal = rating(row, TEMPORAL);
        double coverage = table.number(row, COVERAGE, 0, GradeBound.WHOLE, GradeBound.WHOLE);
        return grade == null
                ? null
                : new GradeBound(grade, upTo, primary, technological, geographical, temporal, coverage);
    }

    private double rating(SheetRow row, String column) {
        return table.number(row, column, BEST_RATING, GradeBound.WORST_RATING, GradeBound.WORST_RATING);
    }

    /** A grade that can never be given, because a better one is given wherever it could be, is a slip. */
    private void compare(SheetRow row, List<GradeBound> better, GradeBound bound) {
        if (better.stream().anyMatch(one -> one.grade().equals(bound.grade()))) {
            table.complain(row, GRADE, "'" + bound.grade() + "' stands twice in its category");
        }
        if (better.isEmpty()) {
            return;
        }
        GradeBound next = better.get(better.size() - 1);
        if (next.mostKgCO2e() == GradeBound.NO_BOUND) {
            table.complain(row, UP_TO, "comes after grade " + next.grade() + ", which has no bound; put that last");
        } else if (bound.mostKgCO2e() <= next.mostKgCO2e()) {
            table.complain(
                    row,
                    UP_TO,
                    "is " + bound.mostKgCO2e() + ", not above the " + next.mostKgCO2e() + " of grade " + next.grade()
                            + "; grades stand best first");
        }
        if (bound.demandsMoreThan(next)) {
            table.complain(
                    row, GRADE, "'" + bound.grade() + "' asks for more quality than the better '" + next.grade() + "'");
        }
    }
}

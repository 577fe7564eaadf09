package io.cradle.cli.factors.check;

import io.cradle.cli.factors.table.FactorColumns;
import io.cradle.cli.factors.table.FactorRow;
import io.cradle.core.factor.Combustion;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Figures that do not follow from the computation that stands beside them. */
final class ComputationChecks {
    /** What rounding of the figure or of an input may do. */
    static final double ROUNDING = 0.005;

    private ComputationChecks() {}

    static List<Defect> of(FactorRow row) {
        List<Defect> defects = new ArrayList<>();
        if (FactorColumns.OF_COMPUTATION.stream().noneMatch(row::has)) {
            return defects;
        }
        OptionalDouble computed = row.computed();
        OptionalDouble stated = row.figure("fossil");
        if (computed.isEmpty()) {
            defects.add(Defect.in(
                    row,
                    "ncv",
                    "the computation has gaps or its units do not fit",
                    "state ncv and ncv_unit (GJ/t), then carbon, carbon_unit (t/TJ) and oxidation_percent, or"
                            + " co2_per_energy and its unit (kg/TJ)"));
        } else if (stated.isPresent()
                && !near(stated.getAsDouble(), computed.getAsDouble())
                && row.text("kind").equals("combustion")) {
            String right = "write " + Numbers.text(computed.getAsDouble()) + ", which is " + Steps.of(row);
            defects.add(Defect.in(row, "fossil", what(stated.getAsDouble(), computed.getAsDouble()), right));
        }
        return defects;
    }

    /** Whether two figures agree but for rounding. */
    static boolean near(double a, double b) {
        return Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
    }

    private static String what(double stated, double computed) {
        String figure = Numbers.text(stated);
        if (near(stated * Combustion.CO2_PER_CARBON, computed)) {
            return figure + " is the carbon, not its CO2: 44/12 is missing";
        }
        if (near(stated * 1000, computed) || near(stated, computed * 1000)) {
            return figure + " is 1000 times too "
                    + (stated < computed ? "small: in t, not kg" : "large: per t, not kg");
        }
        return figure + " does not follow from its computation";
    }
}

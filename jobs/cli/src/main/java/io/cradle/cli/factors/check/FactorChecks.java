package io.cradle.cli.factors.check;

import io.cradle.cli.factors.table.FactorRow;
import io.cradle.cli.factors.table.FactorSheet;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.intake.Plausibility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every check of a table. */
public final class FactorChecks {
    private static final List<Function<FactorRow, List<Defect>>> OF_A_ROW = List.of(
            TextChecks::of,
            UnitChecks::of,
            NumberChecks::of,
            ComputationChecks::of,
            MagnitudeChecks::of,
            LabelChecks::of);

    private FactorChecks() {}

    /** Everything wrong with a table, row by row. */
    public static List<Defect> of(FactorSheet table) {
        FactorRecords records = new FactorRecords(Plausibility.of(Settings.of(Map.of())));
        List<Defect> defects = new ArrayList<>(HeaderChecks.of(table));
        for (FactorRow row : table.rows()) {
            List<Defect> ofRow = OF_A_ROW.stream()
                    .flatMap(check -> check.apply(row).stream())
                    .toList();
            defects.addAll(ofRow);
            // What is named already is not named again as what the job makes of it.
            if (ofRow.stream().allMatch(Defect::doubt) && !isGwp(row)) {
                records.refusal(row).ifPresent(defects::add);
            }
        }
        defects.addAll(RepeatChecks.of(table.rows()));
        defects.sort(Comparator.comparingInt(Defect::row));
        return defects;
    }

    /** Whether a row is a gas and its global warming potential, which is no factor of the topic. */
    public static boolean isGwp(FactorRow row) {
        return row.text("kind").equals(TextChecks.GWP);
    }
}

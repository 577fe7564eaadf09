package io.cradle.rollup.grading;

import io.cradle.connectors.files.FileFormatException;
import io.cradle.core.grade.GradeScale;
import io.cradle.core.grade.Grading;
import io.cradle.core.grade.GradingScheme;
import io.cradle.core.grade.ProductRule;
import io.cradle.core.grade.ProductRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the files of a grading, and names everything that is wrong with them at once. */
public final class GradingFiles {
    private GradingFiles() {}

    /**
     * The grading that two files say.
     *
     * @param scheme or null: levels only
     * @param categories or null: no product has a category
     */
    public static CheckedGrading read(Path scheme, Path categories) {
        List<String> faults = new ArrayList<>();
        GradingScheme grades = null;
        List<ProductRule> rules = List.of();
        try {
            if (scheme != null) {
                grades = new SchemeReader(GradingTable.open(scheme, SchemeReader.COLUMNS, faults)).read();
            }
            if (categories != null) {
                rules = new CategoriesReader(GradingTable.open(categories, CategoriesReader.COLUMNS, faults), grades)
                        .read();
            }
        } catch (FileFormatException e) {
            faults.add(e.getMessage());
        }
        return faults.isEmpty() ? right(grades, rules) : CheckedGrading.wrong(faults);
    }

    private static CheckedGrading right(GradingScheme scheme, List<ProductRule> rules) {
        int grades = scheme == null
                ? 0
                : scheme.scales().values().stream()
                        .map(GradeScale::bounds)
                        .mapToInt(List::size)
                        .sum();
        return new CheckedGrading(
                new Grading(scheme, new ProductRules(rules)),
                List.of(),
                grades,
                scheme == null ? 0 : scheme.scales().size(),
                rules.size());
    }
}

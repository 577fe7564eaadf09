package io.cradle.rollup.grading;

import io.cradle.connectors.files.rows.CellText;
import io.cradle.connectors.files.rows.NearestName;
import io.cradle.connectors.files.sheet.SheetRow;
import io.cradle.core.grade.GradingScheme;
import io.cradle.core.grade.ProductRule;
import io.cradle.core.grade.Requirement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads categories of products: one row per pattern, of which the first that fits holds. */
final class CategoriesReader {
    private static final String NETWORK = "network";
    private static final String PRODUCT = "product";
    private static final String CATEGORY = "category";
    private static final String DECLARED = "declared";
    private static final String ANY = "*";

    static final List<String> COLUMNS = List.of(NETWORK, PRODUCT, CATEGORY, DECLARED);

    private record Pattern(String network, String product) {}

    private final GradingTable table;
    private final GradingScheme scheme;
    private final Map<Pattern, Integer> lines = new HashMap<>();

    /**
     * A reader.
     *
     * @param scheme whose categories alone are known, or null where any will do
     */
    CategoriesReader(GradingTable table, GradingScheme scheme) {
        this.table = table;
        this.scheme = scheme;
    }

    /** The rules; what they are worth where there are faults is nothing. */
    List<ProductRule> read() {
        List<ProductRule> rules = new ArrayList<>();
        for (SheetRow row : table.rows()) {
            String given = table.text(row, NETWORK);
            String network = given == null ? ANY : given;
            String product = table.required(row, PRODUCT);
            String category = category(row);
            Set<Requirement> declared = declared(row);
            if (category == null && declared.isEmpty()) {
                table.complain(row, CATEGORY, "is empty, and nothing is declared: the row says nothing");
            }
            if (product != null) {
                refuseTwice(row, new Pattern(network, product));
                rules.add(new ProductRule(network, product, category, declared));
            }
        }
        return rules;
    }

    private String category(SheetRow row) {
        String category = table.text(row, CATEGORY);
        if (category != null
                && scheme != null
                && !scheme.scales().isEmpty()
                && !scheme.scales().containsKey(category)) {
            String nearest =
                    NearestName.of(category, List.copyOf(scheme.scales().keySet()));
            table.complain(
                    row, CATEGORY, "'" + category + "' is no category of the scheme; did you mean '" + nearest + "'?");
        }
        return category;
    }

    private Set<Requirement> declared(SheetRow row) {
        Set<Requirement> declared = EnumSet.noneOf(Requirement.class);
        for (String code : CellText.identifiers(table.text(row, DECLARED))) {
            Optional<Requirement> known = Requirement.findDeclarable(code);
            if (known.isPresent()) {
                declared.add(known.get());
            } else {
                table.complain(row, DECLARED, "'" + code + "' cannot be declared; what can is " + declarable());
            }
        }
        return declared;
    }

    private static String declarable() {
        return String.join(
                ", ", Requirement.declarable().stream().map(Requirement::code).toList());
    }

    private void refuseTwice(SheetRow row, Pattern pattern) {
        Integer line = lines.putIfAbsent(pattern, row.number());
        if (line != null) {
            table.complain(row, PRODUCT, "stands on line " + line + " already, which holds; leave this row out");
        }
    }
}

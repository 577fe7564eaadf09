package io.cradle.cli.factors.check;

import io.cradle.cli.factors.table.FactorColumns;
import io.cradle.cli.factors.table.FactorRow;
import io.cradle.connectors.files.rows.NearestName;
import io.cradle.core.factor.FactorKind;
import io.cradle.core.factor.Gas;
import io.cradle.core.factor.Regions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Blanks that nobody sees, cells that are missing, words that are unknown. */
final class TextChecks {
    /** Table only: a gas and its global warming potential. */
    static final String GWP = "gwp";

    private static final Pattern UNSEEN =
            Pattern.compile("[\\u00A0\\u2007\\u202F\\u3000\\u200B\\u200C\\u200D\\u2060\\uFEFF]");
    private static final List<String> IDENTIFIERS = List.of("flow", "region", "kind", "unit", "gases");
    private static final List<String> KINDS =
            Arrays.stream(FactorKind.values()).map(FactorKind::code).toList();

    private TextChecks() {}

    static List<Defect> of(FactorRow row) {
        List<Defect> defects = new ArrayList<>();
        for (String column : FactorColumns.ALL) {
            blanks(row, column).ifPresent(defects::add);
        }
        for (String column : FactorColumns.REQUIRED) {
            if (!row.has(column)
                    && !(column.equals("valid_from") && row.text("kind").equals(GWP))) {
                defects.add(Defect.in(row, column, "is missing", "every factor needs its " + column));
            }
        }
        String kind = row.text("kind");
        if (!kind.isEmpty() && !kind.equals(GWP) && FactorKind.find(kind).isEmpty()) {
            String like = kind.toLowerCase(Locale.ROOT).replaceAll("[ _]", "-");
            defects.add(Defect.in(
                    row,
                    "kind",
                    "'" + kind + "' is no kind of factor",
                    "write supply, combustion or grid-direct; the nearest is " + NearestName.of(like, KINDS)));
        }
        if (row.has("region") && !Regions.isKnown(row.text("region"))) {
            defects.add(
                    Defect.in(row, "region", "'" + row.text("region") + "' is no region", region(row.text("region"))));
        }
        gases(row).ifPresent(defects::add);
        return defects;
    }

    private static Optional<Defect> blanks(FactorRow row, String column) {
        String raw = row.raw(column);
        String text = row.text(column);
        boolean inside = IDENTIFIERS.contains(column) && UNSEEN.matcher(text).find();
        if (raw.isBlank() || (raw.equals(text) && !inside)) {
            return Optional.empty();
        }
        String unseen = UNSEEN.matcher(raw)
                .results()
                .findFirst()
                .map(found -> String.format("U+%04X", (int) found.group().charAt(0)))
                .orElse("a blank");
        String clean = UNSEEN.matcher(text).replaceAll(IDENTIFIERS.contains(column) ? "" : " ");
        return Optional.of(Defect.in(
                row,
                column,
                "'" + text + "' has " + unseen + (inside ? " inside" : " around it"),
                "write '" + clean + "' alone"));
    }

    private static String region(String written) {
        String upper = written.toUpperCase(Locale.ROOT).replace('_', '-');
        Predicate<String> known = Regions::isKnown;
        String code = known.test(upper) ? upper : upper.equals("UK") ? "GB" : countryNamed(written);
        return code == null
                ? "write an ISO 3166 code such as CN or CN-ZJ, a grid region such as CN-X-EAST, or GLO"
                : "write " + code;
    }

    private static String countryNamed(String name) {
        for (String country : Locale.getISOCountries()) {
            Locale locale = new Locale.Builder().setRegion(country).build();
            if (name.equalsIgnoreCase(locale.getDisplayCountry(Locale.ENGLISH))
                    || name.equals(locale.getDisplayCountry(Locale.CHINESE))) {
                return country;
            }
        }
        return List.of("world", "global", "glo", "row", "rest of world").contains(name.toLowerCase(Locale.ROOT))
                ? Regions.GLOBAL
                : null;
    }

    private static Optional<Defect> gases(FactorRow row) {
        for (String gas : row.text("gases").split(";")) {
            String name = gas.strip();
            if (!name.isEmpty() && !name.equals("CO2e") && Gas.find(name).isEmpty()) {
                return Optional.of(Defect.in(
                        row,
                        "gases",
                        "'" + name + "' is no gas",
                        "write CO2e, CO2, or names such as CH4-fossil, separated by semicolons"));
            }
        }
        return Optional.empty();
    }
}

package io.cradle.cli.factors.check;

import io.cradle.connectors.files.sheet.SheetFile;
import io.cradle.connectors.files.sheet.SheetRow;
import io.cradle.core.quantity.Units;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which UCUM code the spellings of units in published tables stand for. */
final class UnitSpellings {
    private static final Map<String, String> CODES = load();

    /** Codes that differ from what people write by capitals only. */
    private static final List<String> COMMON =
            List.of("kg", "g", "t", "kW.h", "W.h", "MW.h", "MJ", "GJ", "TJ", "m3", "m2", "m", "km", "t.km", "L");

    private UnitSpellings() {}

    /** The code that was meant, or empty where nobody can tell. */
    static Optional<String> code(String written) {
        String plain = written.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        Optional<String> listed = Optional.ofNullable(CODES.get(plain));
        return listed.or(() -> COMMON.stream()
                        .filter(code -> code.toLowerCase(Locale.ROOT).equals(plain))
                        .findFirst())
                .filter(code -> Units.find(code).isPresent());
    }

    private static Map<String, String> load() {
        Map<String, String> codes = new HashMap<>();
        for (SheetRow row : rows("unit-spellings.csv")) {
            codes.put(row.cells().get(0), row.cells().get(1));
        }
        return codes;
    }

    /** Rows of a table bundled with the commands. */
    static List<SheetRow> rows(String name) {
        try (InputStream in = UnitSpellings.class.getResourceAsStream("/io/cradle/cli/factors/" + name)) {
            return SheetFile.csv(name, in).rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

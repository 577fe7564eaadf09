package io.cradle.cli.suppliers.pact;

import io.cradle.cli.suppliers.pact.CsvTable.Row;
import io.cradle.connectors.files.FileFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which standards, schemes and boundaries the operator accepts; the first row that matches decides. */
public final class RecognitionTable {
    private static final List<String> COLUMNS = List.of("what", "value", "verdict", "factor", "note");
    private static final String BUNDLED = "/io/cradle/cli/suppliers/recognition.csv";
    private static final String ANYTHING = "*";

    /** What a row is about. */
    enum Subject {
        /** A value of crossSectoralStandards. */
        STANDARD,
        /** Operator and names of a rule of productOrSectorSpecificRules. */
        SCHEME,
        /** boundaryProcessesDescription. */
        BOUNDARY
    }

    /** From the kindest to the strictest. */
    enum Verdict {
        ACCEPTED,
        /** Accepted, its figures times a factor. */
        ADJUSTED,
        REFUSED
    }

    /**
     * A row.
     *
     * @param value in lower case: all of a standard, part of a scheme or boundary, {@code *} for anything
     * @param factor that the figures are multiplied with
     * @param note for the reader, or empty
     */
    record Rule(Subject subject, String value, Verdict verdict, BigDecimal factor, String note) {

        boolean matches(Subject what, String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            return subject == what
                    && (value.equals(ANYTHING)
                            || (subject == Subject.STANDARD ? lower.equals(value) : lower.contains(value)));
        }
    }

    private final List<Rule> rules;

    private RecognitionTable(List<Rule> rules) {
        this.rules = rules;
    }

    /** The table that comes with Cradle: what PACT 3 names, and footprints that are not cradle-to-gate refused. */
    public static RecognitionTable bundled() {
        try (InputStream in = RecognitionTable.class.getResourceAsStream(BUNDLED)) {
            return of(CsvTable.of("recognition.csv", new String(in.readAllBytes(), StandardCharsets.UTF_8), COLUMNS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The operator's own.
     *
     * @throws FileFormatException if it cannot be used; the message says where and what would be right
     */
    public static RecognitionTable read(Path path) {
        return of(CsvTable.read(path, COLUMNS));
    }

    /** The first row that matches, or empty: what no row matches is not recognised. */
    Optional<Rule> find(Subject subject, String text) {
        return rules.stream().filter(rule -> rule.matches(subject, text)).findFirst();
    }

    private static RecognitionTable of(CsvTable table) {
        List<Rule> rules = new ArrayList<>();
        for (Row row : table.rows()) {
            Verdict verdict = word(row, "verdict", Verdict.class);
            rules.add(new Rule(
                    word(row, "what", Subject.class),
                    row.required("value").toLowerCase(Locale.ROOT),
                    verdict,
                    factor(row, verdict),
                    row.cell("note").orElse("")));
        }
        return new RecognitionTable(List.copyOf(rules));
    }

    private static BigDecimal factor(Row row, Verdict verdict) {
        Optional<String> cell = row.cell("factor");
        if (verdict != Verdict.ADJUSTED) {
            if (cell.isPresent()) {
                throw row.fault("column 'factor' is for the verdict adjusted only; leave it empty");
            }
            return BigDecimal.ONE;
        }
        try {
            BigDecimal factor = new BigDecimal(cell.orElse(""));
            if (factor.signum() > 0 && factor.precision() + Math.abs(factor.scale()) <= 20) {
                return factor;
            }
        } catch (NumberFormatException e) {
            // Complained of below.
        }
        throw row.fault("column 'factor': '" + cell.orElse("") + "' is no factor; give one above 0 such as 1.1");
    }

    private static <E extends Enum<E>> E word(Row row, String column, Class<E> words) {
        String cell = row.required(column);
        List<String> known = Arrays.stream(words.getEnumConstants())
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(cell)) {
            throw row.fault("column '" + column + "': '" + cell + "' must be one of " + String.join(", ", known));
        }
        return Enum.valueOf(words, cell.toUpperCase(Locale.ROOT));
    }
}

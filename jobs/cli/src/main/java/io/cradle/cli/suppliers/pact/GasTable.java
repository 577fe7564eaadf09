package io.cradle.cli.suppliers.pact;

import io.cradle.cli.suppliers.pact.CsvTable.Row;
import io.cradle.core.factor.Gas;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gases behind figures of documents, which the documents themselves cannot say: a table of the operator. */
public final class GasTable {
    private static final List<String> COLUMNS = List.of("pact_id", "indicator", "gas", "kg");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

    /** {@code kg} per declared unit amount of the document. */
    record Amount(Gas gas, BigDecimal kg) {}

    private record Figure(String document, PactIndicator indicator) {}

    private final Map<Figure, List<Amount>> amounts;

    private GasTable(Map<Figure, List<Amount>> amounts) {
        this.amounts = amounts;
    }

    /** A table that knows the gases of nothing. */
    public static GasTable empty() {
        return new GasTable(Map.of());
    }

    /**
     * Reads a table with the columns pact_id, indicator, gas, kg.
     *
     * @throws io.cradle.connectors.files.FileFormatException if it cannot be used
     */
    public static GasTable read(Path path) {
        Map<Figure, List<Amount>> amounts = new HashMap<>();
        for (Row row : CsvTable.read(path, COLUMNS).rows()) {
            Figure figure = new Figure(row.required("pact_id"), indicator(row));
            amounts.computeIfAbsent(figure, any -> new ArrayList<>()).add(new Amount(gas(row), kg(row)));
        }
        return new GasTable(amounts);
    }

    /** The gases of a figure; empty where they are not said. */
    List<Amount> of(String document, PactIndicator indicator) {
        return amounts.getOrDefault(new Figure(document, indicator), List.of());
    }

    private static PactIndicator indicator(Row row) {
        String field = row.required("indicator");
        return Arrays.stream(PactIndicator.values())
                .filter(indicator -> indicator.field().equals(field))
                .findFirst()
                .orElseThrow(() -> row.fault("column 'indicator': '" + field + "' must be one of "
                        + Arrays.stream(PactIndicator.values())
                                .map(PactIndicator::field)
                                .collect(Collectors.joining(", "))));
    }

    private static Gas gas(Row row) {
        String name = row.required("gas");
        return Gas.find(name)
                .orElseThrow(() -> row.fault(
                        "column 'gas': '" + name + "' is no known gas; give one such as CO2, CH4-combustion, N2O"));
    }

    private static BigDecimal kg(Row row) {
        String cell = row.required("kg");
        if (!DECIMAL.matcher(cell).matches()) {
            throw row.fault("column 'kg': '" + cell + "' is no decimal; give one such as 12.5");
        }
        return new BigDecimal(cell);
    }
}

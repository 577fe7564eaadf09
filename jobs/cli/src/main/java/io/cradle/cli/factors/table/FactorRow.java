package io.cradle.cli.factors.table;

import io.cradle.connectors.files.sheet.Sheet;
import io.cradle.connectors.files.sheet.SheetRow;
import io.cradle.core.RejectedException;
import io.cradle.core.factor.Combustion;
import io.cradle.core.quantity.Decimals;
import io.cradle.core.quantity.MassEnergy;
import io.cradle.core.quantity.Unit;
import io.cradle.core.quantity.Units;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A row of a table of factors.
 *
 * @param columns where each column stands
 */
public record FactorRow(Sheet sheet, SheetRow row, Map<String, Integer> columns) {
    /** Blanks of every kind, also those that cannot be seen: no-break, ideographic, of no width. */
    public static final String BLANK = "[\\s\\u00A0\\u2007\\u202F\\u3000\\u200B\\u200C\\u200D\\u2060\\uFEFF]";

    private static final Pattern AROUND = Pattern.compile("^" + BLANK + "+|" + BLANK + "+$");

    public int number() {
        return row.number();
    }

    /** The cell as it stands; empty where there is none. */
    public String raw(String column) {
        Integer at = columns.get(column);
        return at == null || at >= row.cells().size() ? "" : row.cells().get(at);
    }

    /** The cell without blanks around it. */
    public String text(String column) {
        return AROUND.matcher(raw(column)).replaceAll("");
    }

    public boolean has(String column) {
        return !text(column).isEmpty();
    }

    /** Where a cell stands or would stand, such as {@code Sheet1!C12}; the row alone where there is no such column. */
    public String cell(String column) {
        Integer at = columns.get(column);
        return at == null ? "no column" : sheet.cellName(row.number(), at);
    }

    /** A figure; empty where the cell is absent or no plain decimal. */
    public OptionalDouble figure(String column) {
        try {
            return has(column) ? OptionalDouble.of(Decimals.parse(text(column), column)) : OptionalDouble.empty();
        } catch (RejectedException e) {
            return OptionalDouble.empty();
        }
    }

    /** The sum of the indicators, kgCO2e per unit, without the memo of aircraft; empty where none is stated. */
    public OptionalDouble total() {
        double sum = 0;
        boolean any = false;
        for (String indicator : FactorColumns.INDICATORS) {
            OptionalDouble figure = figure(indicator);
            if (figure.isPresent() && !indicator.equals("aircraft")) {
                sum += figure.getAsDouble();
                any = true;
            }
        }
        return any ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }

    public String region() {
        return has("region") ? text("region") : "GLO";
    }

    /** What makes a factor one factor in all its versions of time. */
    public String subject() {
        return text("flow") + "/" + region() + "/" + text("kind");
    }

    /** The key of its record. */
    public String key() {
        return subject() + "/" + text("valid_from");
    }

    public Optional<Unit> unit(String column) {
        return has(column) ? Units.find(text(column)) : Optional.empty();
    }

    /** What its figures are per. */
    public Optional<MassEnergy> per() {
        return unit("unit")
                .map(unit -> new MassEnergy(
                        unit,
                        figure("kg_per_unit").orElse(Double.NaN),
                        figure("net_mj_per_unit").orElse(Double.NaN)));
    }

    /** Its computation by carbon content; empty where it states none or cannot be read. */
    public Optional<Combustion> combustion() {
        OptionalDouble ncv = figure("ncv");
        OptionalDouble carbon = figure("carbon");
        OptionalDouble oxidised = figure("oxidation_percent");
        Optional<Unit> ncvUnit = unit("ncv_unit");
        Optional<Unit> carbonUnit = unit("carbon_unit");
        return ncv.isEmpty() || carbon.isEmpty() || oxidised.isEmpty() || ncvUnit.isEmpty() || carbonUnit.isEmpty()
                ? Optional.empty()
                : Optional.of(new Combustion(
                        ncv.getAsDouble(),
                        ncvUnit.get(),
                        carbon.getAsDouble(),
                        carbonUnit.get(),
                        oxidised.getAsDouble() / 100));
    }

    /** kgCO2 per unit as its computation says, by CO2 per energy where that is stated; empty where it states none. */
    public OptionalDouble computed() {
        Optional<Unit> fuel = unit("unit");
        Optional<Unit> ncvUnit = unit("ncv_unit");
        Optional<Unit> co2Unit = unit("co2_per_energy_unit");
        if (fuel.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!has("co2_per_energy")
                || ncvUnit.isEmpty()
                || co2Unit.isEmpty()
                || figure("ncv").isEmpty()) {
            return combustion().map(burnt -> burnt.co2Per(fuel.get())).orElse(OptionalDouble.empty());
        }
        OptionalDouble energy = Combustion.energyPer(figure("ncv").getAsDouble(), ncvUnit.get(), fuel.get());
        OptionalDouble perMj = figure("co2_per_energy").isEmpty()
                ? OptionalDouble.empty()
                : Combustion.massPerMj(figure("co2_per_energy").getAsDouble(), co2Unit.get());
        return energy.isEmpty() || perMj.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(energy.getAsDouble() * perMj.getAsDouble());
    }
}

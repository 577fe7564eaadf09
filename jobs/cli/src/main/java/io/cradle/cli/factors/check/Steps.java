package io.cradle.cli.factors.check;

import io.cradle.cli.factors.table.FactorRow;

/** The computation of a factor in words. */
public final class Steps {
    private Steps() {}

    /** Such as {@code 42.652 GJ/t × 0.0202 t/GJ carbon × 98 % oxidised × 44/12}. */
    public static String of(FactorRow row) {
        String energy = row.text("ncv") + " " + row.text("ncv_unit") + " × ";
        return row.has("co2_per_energy")
                ? energy + row.text("co2_per_energy") + " " + row.text("co2_per_energy_unit") + " CO2"
                : byCarbon(row);
    }

    /** The same by carbon content, whatever else is stated. */
    public static String byCarbon(FactorRow row) {
        return row.text("ncv") + " " + row.text("ncv_unit") + " × " + row.text("carbon") + " " + row.text("carbon_unit")
                + " carbon × " + row.text("oxidation_percent") + " % oxidised × 44/12";
    }
}

package io.cradle.cli.factors.check;

import io.cradle.cli.factors.table.FactorRow;
import io.cradle.core.quantity.Unit;
import io.cradle.core.quantity.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Units that are no UCUM codes, and units that a factor of its kind cannot be per. */
final class UnitChecks {
    private static final Unit VOLUME = Units.of("m3");

    private UnitChecks() {}

    static List<Defect> of(FactorRow row) {
        List<Defect> defects = new ArrayList<>();
        for (String column : List.of("unit", "ncv_unit", "carbon_unit", "co2_per_energy_unit")) {
            if (row.has(column)) {
                spelling(row, column).ifPresent(defects::add);
            }
        }
        row.unit("unit").flatMap(unit -> dimension(row, unit)).ifPresent(defects::add);
        return defects;
    }

    /** Whether a flow is electricity of some origin. */
    static boolean isElectricity(FactorRow row) {
        return References.plain(row.text("flow")).startsWith("electricity");
    }

    private static Optional<Defect> spelling(FactorRow row, String column) {
        String written = row.text(column);
        Optional<Unit> unit = Units.find(written);
        if (unit.isPresent()) {
            return unit.get().code().equals(written)
                    ? Optional.empty()
                    : Optional.of(Defect.doubtIn(
                            row,
                            column,
                            "'" + written + "' is no UCUM code, though understood",
                            "write " + unit.get().code()));
        }
        return Optional.of(Defect.in(
                row,
                column,
                "'" + written + "' is no UCUM code",
                UnitSpellings.code(written)
                        .map(code -> "write " + code)
                        .orElse("write a UCUM code such as kg, t, kW.h, MJ, L, m3, t.km or {piece}")));
    }

    private static Optional<Defect> dimension(FactorRow row, Unit unit) {
        String kind = row.text("kind");
        boolean energy = unit.sameDimension(Units.MJ);
        if (kind.equals("grid-direct") || (kind.equals("supply") && isElectricity(row))) {
            return energy
                    ? Optional.empty()
                    : Optional.of(
                            Defect.in(row, "unit", unit.code() + " is no unit of energy", "electricity is per kW.h"));
        }
        if (kind.equals("combustion") && !energy && !unit.sameDimension(Units.KG) && !unit.sameDimension(VOLUME)) {
            return Optional.of(Defect.in(
                    row, "unit", unit.code() + " is no mass, volume or energy", "a fuel is burnt per kg, m3 or MJ"));
        }
        return Optional.empty();
    }
}

package io.cradle.cli.factors.check;

import io.cradle.cli.factors.check.References.Reference;
import io.cradle.cli.factors.table.FactorRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Figures that are labelled as more than they are. */
final class LabelChecks {
    /** Less than what methane and nitrous oxide of any combustion add to its CO2. */
    private static final double SAME = 0.0005;

    private LabelChecks() {}

    static List<Defect> of(FactorRow row) {
        List<Defect> defects = new ArrayList<>();
        String kind = row.text("kind");
        boolean everyGas = row.text("gases").equals("CO2e");
        if (kind.equals("grid-direct") && everyGas) {
            defects.add(Defect.in(row, "gases", "a grid-direct factor is of CO2 alone", "write CO2"));
        }
        if (kind.equals("combustion") && everyGas) {
            co2Only(row)
                    .ifPresent(of -> defects.add(
                            Defect.in(row, "gases", "CO2e, but the figure is " + of + ", of CO2 alone", "write CO2")));
        }
        if (kind.equals("supply") && UnitChecks.isElectricity(row)) {
            same(row, References.of(row.text("flow"), "grid-direct"))
                    .filter(direct -> same(row, References.of(row)).isEmpty())
                    .ifPresent(direct -> defects.add(Defect.in(
                            row,
                            "kind",
                            "supply, but the figure is the direct CO2 of " + direct.name(),
                            "write grid-direct, or the life-cycle figure")));
        }
        return defects;
    }

    private static Optional<String> co2Only(FactorRow row) {
        OptionalDouble computed = row.computed();
        if (computed.isPresent()
                && row.total().isPresent()
                && Math.abs(row.total().getAsDouble() - computed.getAsDouble()) <= SAME * computed.getAsDouble()) {
            return Optional.of(Steps.of(row));
        }
        return References.of(row).stream()
                .filter(Reference::co2Only)
                .filter(one -> isSame(one, row))
                .findFirst()
                .map(one -> "that of " + one.name());
    }

    private static Optional<Reference> same(FactorRow row, List<Reference> references) {
        return references.stream()
                .filter(one -> one.region().equals(row.region()) && isSame(one, row))
                .findFirst();
    }

    private static boolean isSame(Reference reference, FactorRow row) {
        OptionalDouble figure = reference.figureOf(row);
        return figure.isPresent() && reference.isNear(figure.getAsDouble(), SAME);
    }
}

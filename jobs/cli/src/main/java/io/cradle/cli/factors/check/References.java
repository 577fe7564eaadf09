package io.cradle.cli.factors.check;

import io.cradle.cli.factors.table.FactorRow;
import io.cradle.cli.factors.table.FactorSheet;
import io.cradle.connectors.files.sheet.SheetRow;
import io.cradle.core.factor.FactorPack;
import io.cradle.core.quantity.MassEnergy;
import io.cradle.core.quantity.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What the bundled packs say, to compare with. */
final class References {
    /**
     * A figure to compare with.
     *
     * @param name what it is, for sentences
     * @param low least kgCO2e per unit
     * @param high most
     * @param co2Only whether it is of CO2 alone
     */
    record Reference(
            String name,
            String flow,
            String kind,
            String region,
            MassEnergy per,
            double low,
            double high,
            boolean co2Only) {

        /** A row's figure per this reference's unit; empty where the units do not convert. */
        OptionalDouble figureOf(FactorRow row) {
            OptionalDouble total = row.total();
            OptionalDouble ratio = row.per().map(per::ratioFrom).orElse(OptionalDouble.empty());
            return total.isEmpty() || ratio.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(total.getAsDouble() / ratio.getAsDouble());
        }

        /** Whether a figure is this one within a share of it. */
        boolean isNear(double figure, double share) {
            return figure >= low * (1 - share) && figure <= high * (1 + share);
        }
    }

    private static final List<Reference> ALL = load();

    private References() {}

    /** Those of a row's flow and kind. */
    static List<Reference> of(FactorRow row) {
        return of(row.text("flow"), row.text("kind"));
    }

    static List<Reference> of(String flow, String kind) {
        return ALL.stream()
                .filter(one -> one.kind().equals(kind) && one.flow().equals(plain(flow)))
                .toList();
    }

    /** Those of electricity of every origin. */
    static List<Reference> ofElectricity(String kind) {
        return ALL.stream()
                .filter(one -> one.kind().equals(kind) && one.flow().startsWith("electricity"))
                .toList();
    }

    /** A flow as it is compared: {@code Natural gas} is {@code natural-gas}. */
    static String plain(String flow) {
        return flow.toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-");
    }

    private static List<Reference> load() {
        List<Reference> all = new ArrayList<>();
        Arrays.stream(FactorPack.values()).map(FactorSheet::of).forEach(pack -> pack.rows().stream()
                .filter(row -> !row.text("kind").equals(TextChecks.GWP))
                .forEach(row -> all.add(reference(pack.name(), row))));
        UnitSpellings.rows("plausible-figures.csv").forEach(row -> all.add(plausible(row)));
        return List.copyOf(all);
    }

    private static Reference reference(String pack, FactorRow row) {
        double figure = row.total().orElseThrow();
        return new Reference(
                row.text("flow") + " in " + row.region() + " of " + pack,
                row.text("flow"),
                row.text("kind"),
                row.region(),
                row.per().orElseThrow(),
                figure,
                figure,
                row.text("gases").equals("CO2"));
    }

    private static Reference plausible(SheetRow row) {
        List<String> cells = row.cells();
        return new Reference(
                "what is plausible for " + cells.get(0),
                cells.get(0),
                "supply",
                "GLO",
                MassEnergy.none(Units.of(cells.get(1))),
                Double.parseDouble(cells.get(2)),
                Double.parseDouble(cells.get(3)),
                false);
    }
}

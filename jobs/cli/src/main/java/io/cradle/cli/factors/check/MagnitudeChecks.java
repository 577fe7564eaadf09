package io.cradle.cli.factors.check;

import io.cradle.cli.factors.check.References.Reference;
import io.cradle.cli.factors.table.FactorRow;
import io.cradle.core.factor.Combustion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Figures that differ by orders of magnitude, or by 44/12, from what the bundled packs say of the flow. */
final class MagnitudeChecks {
    /** The same fuel burns much alike everywhere; how goods are made differs more. */
    private static final double BURNT_ALIKE = 2;

    private static final double MADE_ALIKE = 5;
    /** Recycled metal takes a thirtieth of new metal: what differs less than this, and by no known slip, may be so. */
    private static final double MADE_OTHERWISE = 50;

    /** After undoing a slip a figure is at most this far from a known one. */
    private static final double ALIKE = 1.6;

    private static final double CARBON_SHARE = 0.05;
    private static final double SAME = 0.001;
    private static final double[] SLIPS = {1e3, 1e-3, 1e6, 1e-6, 1e4, 1e-4};

    private MagnitudeChecks() {}

    static List<Defect> of(FactorRow row) {
        List<Compared> known = compared(row, References.of(row));
        List<Compared> band = UnitChecks.isElectricity(row) && row.text("flow").equals("electricity")
                ? compared(row, References.ofElectricity(row.text("kind")))
                : known;
        List<Defect> defects = new ArrayList<>();
        // Nothing can be said of what is not known, or of what is computed before everybody's eyes.
        if (!known.isEmpty() && row.total().getAsDouble() > 0 && row.computed().isEmpty()) {
            carbon(row, known).or(() -> slip(row, known, band)).ifPresent(defects::add);
        }
        return defects;
    }

    private record Compared(Reference reference, double figure) {
        double distance(double times) {
            double middle = Math.sqrt(reference.low() * reference.high());
            return Math.abs(Math.log(figure / times / middle));
        }

        boolean within(double band) {
            return figure >= reference.low() / band && figure <= reference.high() * band;
        }
    }

    private static List<Compared> compared(FactorRow row, List<Reference> references) {
        List<Compared> compared = new ArrayList<>();
        for (Reference reference : references) {
            OptionalDouble figure = reference.figureOf(row);
            figure.ifPresent(value -> compared.add(new Compared(reference, value)));
        }
        return compared;
    }

    private static Optional<Defect> carbon(FactorRow row, List<Compared> known) {
        boolean burnt = row.text("kind").equals("combustion");
        double share = burnt ? CARBON_SHARE : SAME;
        return known.stream()
                .filter(one -> known.stream().noneMatch(other -> other.within(burnt ? BURNT_ALIKE : 1 + SAME)))
                .filter(one -> burnt || one.reference().region().equals(row.region()))
                .filter(one -> one.reference().co2Only()
                        && one.reference().isNear(one.figure() * Combustion.CO2_PER_CARBON, share))
                .findFirst()
                .map(one -> Defect.in(
                        row,
                        "fossil",
                        row.text("fossil") + " is carbon, not its CO2: 44/12 is missing",
                        right(row, Combustion.CO2_PER_CARBON, one)));
    }

    private static Optional<Defect> slip(FactorRow row, List<Compared> known, List<Compared> band) {
        double width = row.text("kind").equals("combustion") ? BURNT_ALIKE : MADE_ALIKE;
        double figure = band.get(0).figure();
        boolean tooLarge =
                band.stream().allMatch(one -> one.figure() > one.reference().high() * width);
        boolean tooSmall =
                band.stream().allMatch(one -> one.figure() < one.reference().low() / width);
        if (!tooLarge && !(tooSmall && !cleanGrid(row, known))) {
            return Optional.empty();
        }
        double best = 1;
        Compared nearest = nearest(known, 1);
        for (double slip : SLIPS) {
            Compared at = nearest(known, slip);
            if (figure > 0 && at.distance(slip) < nearest.distance(best) - 1e-9) {
                best = slip;
                nearest = at;
            }
        }
        boolean sure = best != 1 && nearest.distance(best) <= Math.log(ALIKE);
        if (!sure && width == MADE_ALIKE && band.stream().anyMatch(one -> one.within(MADE_OTHERWISE))) {
            return Optional.empty();
        }
        String what = row.text("fossil") + " is " + (tooLarge ? "far above " : "far below ")
                + nearest.reference().name() + (sure ? ", by a factor of " + times(best) + hint(best) : "");
        return Optional.of(
                sure
                        ? Defect.in(row, "fossil", what, right(row, 1 / best, nearest))
                        : Defect.doubtIn(row, "fossil", what, "check the figure and its unit " + row.text("unit")));
    }

    /** Abroad a grid may emit next to nothing. */
    private static boolean cleanGrid(FactorRow row, List<Compared> known) {
        return row.text("kind").equals("grid-direct")
                && known.stream().noneMatch(one -> one.reference().region().equals(row.region()));
    }

    private static Compared nearest(List<Compared> known, double times) {
        return known.stream()
                .min(Comparator.comparingDouble(one -> one.distance(times)))
                .orElseThrow();
    }

    private static String times(double slip) {
        return Numbers.text(slip < 1 ? 1 / slip : slip);
    }

    private static String hint(double slip) {
        if (slip == 1e-3) {
            return ": in t, not kg";
        }
        return slip == 1e3 ? ": in g, or per 1000 units" : "";
    }

    private static String right(FactorRow row, double times, Compared near) {
        return "write " + Numbers.text(row.total().getAsDouble() * times) + " if that is meant; "
                + near.reference().name() + " is "
                + Numbers.text(near.reference().low()) + " per "
                + near.reference().per().unit().code();
    }
}

package io.cradle.core.grade;

import io.cradle.core.activity.Period;
import io.cradle.core.explain.Contribution;
import io.cradle.core.explain.VersionUsed;
import io.cradle.core.footprint.Component;
import io.cradle.core.footprint.Figures;
import io.cradle.core.footprint.Publication;
import io.cradle.core.footprint.Published;
import io.cradle.core.footprint.Result;
import io.cradle.core.footprint.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Publications of a test: whole ones of 2 kgCO2e per kg, of which one thing after the other can be taken away. */
final class Publications {
    private static final Period YEAR =
            new Period("2024", 0, 1, LocalDate.parse("2024-01-01"), LocalDate.parse("2024-12-31"));

    private final List<Contribution> contributions = new ArrayList<>();
    private final List<Publication.Unresolved> unresolved = new ArrayList<>();
    private String unit = "kg";
    private double kgCO2e = 2;
    private double gross = 2;
    private double primaryPercent = 60;
    private double rating = 2;
    private double coverage = 1;
    private double exemptedPercent;
    private Result result = Result.COMPLETE;
    private Status status = Status.PROVISIONAL;
    private String source = "ministry";
    private boolean figures = true;

    static Publications whole() {
        return new Publications();
    }

    Publications of(double amount, String per) {
        kgCO2e = amount;
        gross = Math.abs(amount);
        unit = per;
        return this;
    }

    Publications ofNothing() {
        kgCO2e = 0;
        gross = 0;
        return this;
    }

    Publications primary(double percent) {
        primaryPercent = percent;
        return this;
    }

    Publications rated(double ratings) {
        rating = ratings;
        return this;
    }

    Publications exempted(double percent) {
        exemptedPercent = percent;
        return this;
    }

    Publications from(String factorSource) {
        source = factorSource;
        return this;
    }

    Publications made() {
        contributions.add(new Contribution("process", "furnace", 1, "kg", 1, "material", List.of()));
        return this;
    }

    /** Some of it is missing: the figure is a lower bound. */
    Publications covered(double share) {
        coverage = share;
        result = Result.INCOMPLETE;
        return this;
    }

    Publications unresolved() {
        unresolved.add(new Publication.Unresolved("coke", "no-factor"));
        return this;
    }

    Publications withoutFigures(Result why) {
        figures = false;
        result = why;
        return this;
    }

    Publications withdrawn() {
        status = Status.WITHDRAWN;
        return withoutFigures(null);
    }

    Publication publication() {
        return new Publication(
                "steel",
                null,
                YEAR,
                unit,
                figures ? new Figures(values(), coverage, exemptedPercent) : null,
                Long.MIN_VALUE,
                contributions,
                List.of(new VersionUsed("power/GLO/supply/2024-01-01", "1", source, 0)),
                unresolved,
                "",
                Double.NaN,
                new Published(status, result, coverage, new double[0], "", false));
    }

    private double[] values() {
        double[] values = new double[Component.COUNT];
        values[Component.FOSSIL.ordinal()] = kgCO2e;
        values[Component.GROSS.ordinal()] = gross;
        values[Component.COVERED.ordinal()] = gross * coverage;
        values[Component.PRIMARY.ordinal()] = gross * primaryPercent / 100;
        values[Component.TECHNOLOGICAL_DQR.ordinal()] = gross * rating;
        values[Component.GEOGRAPHICAL_DQR.ordinal()] = gross * rating;
        values[Component.TEMPORAL_DQR.ordinal()] = gross * rating;
        return values;
    }
}

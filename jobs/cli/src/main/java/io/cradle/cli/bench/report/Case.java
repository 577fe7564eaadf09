package io.cradle.cli.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found in one case of a benchmark, such as one family at one size. */
public final class Case {
    private final Map<String, Object> of;
    private final List<Finding> findings = new ArrayList<>();

    Case(Map<String, ?> of) {
        this.of = Collections.unmodifiableMap(new LinkedHashMap<>(of));
    }

    /** What tells it from the other cases. */
    public Map<String, Object> of() {
        return of;
    }

    public List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }

    /** Adds a number. */
    public void measured(String what, double value, String unit) {
        findings.add(new Finding.Measured(what, value, unit, Optional.empty(), Optional.empty()));
    }

    /** Adds a number that must reach a target. */
    public void measured(String what, double value, String unit, Target target) {
        findings.add(new Finding.Measured(what, value, unit, Optional.empty(), Optional.of(target)));
    }

    /** Adds the median of repeated measurements, with their spread. */
    public void measured(String what, Spread spread, String unit) {
        findings.add(new Finding.Measured(what, spread.median(), unit, Optional.of(spread), Optional.empty()));
    }

    /** Adds the median of repeated measurements, which must reach a target. */
    public void measured(String what, Spread spread, String unit, Target target) {
        findings.add(new Finding.Measured(what, spread.median(), unit, Optional.of(spread), Optional.of(target)));
    }

    /** Says why there is no number; one without a target is not missed. */
    public void missing(String what, String why) {
        findings.add(new Finding.Missing(what, why, Optional.empty()));
    }

    /** The value of a measurement by its name; NaN where there is none. */
    public double value(String what) {
        return findings.stream()
                .filter(finding -> finding.what().equals(what))
                .mapToDouble(finding -> finding instanceof Finding.Measured measured ? measured.value() : Double.NaN)
                .findFirst()
                .orElse(Double.NaN);
    }
}

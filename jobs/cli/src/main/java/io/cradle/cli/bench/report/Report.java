package io.cradle.cli.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Everything that one run of a benchmark found. */
public final class Report {
    private final String bench;
    private final Map<String, Object> parameters;
    private final Consumer<Case> finished;
    private final List<Case> cases = new ArrayList<>();

    /**
     * An empty report.
     *
     * @param bench such as "settle"
     * @param parameters what it was asked for; numbers, strings and lists of them
     * @param finished is given every case when the next one begins, and the last one at {@link #end}
     */
    public Report(String bench, Map<String, ?> parameters, Consumer<Case> finished) {
        this.bench = bench;
        this.finished = finished;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    public String bench() {
        return bench;
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    public List<Case> cases() {
        return Collections.unmodifiableList(cases);
    }

    /** Begins a case; what is found goes to it. The one before is finished. */
    public Case begin(Map<String, ?> of) {
        end();
        Case begun = new Case(of);
        cases.add(begun);
        return begun;
    }

    /** Finishes the last case. */
    public void end() {
        if (!cases.isEmpty()) {
            finished.accept(cases.get(cases.size() - 1));
        }
    }

    /** How many findings have a target. */
    public long targets() {
        return findings().filter(finding -> finding.target().isPresent()).count();
    }

    public long missed() {
        return findings().filter(Finding::isMissed).count();
    }

    private Stream<Finding> findings() {
        return cases.stream().flatMap(each -> each.findings().stream());
    }
}

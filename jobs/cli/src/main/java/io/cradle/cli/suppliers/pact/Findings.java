package io.cradle.cli.suppliers.pact;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found in one document. */
final class Findings {
    private final String file;
    private final int document;
    private final boolean strict;
    private final List<Finding> all = new ArrayList<>();

    Findings(String file, int document, boolean strict) {
        this.file = file;
        this.document = document;
        this.strict = strict;
    }

    void add(Severity severity, String path, String what, String right) {
        Severity counted = strict && severity == Severity.WARNING ? Severity.ERROR : severity;
        all.add(new Finding(counted, file, document, path, what, right));
    }

    boolean hasErrors() {
        return all.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}

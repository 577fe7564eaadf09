package io.cradle.cli.chaos;

import io.cradle.testkit.oracle.CheckReport;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the judge found.
 *
 * @param reports by network
 * @param rejections one sentence per refused record of which something else was said than should have been
 */
record Verdicts(Map<String, CheckReport> reports, List<String> rejections) {
    int checked() {
        return reports.values().stream().mapToInt(CheckReport::compared).sum();
    }

    int wrong() {
        return count(CheckReport::wrong);
    }

    int missing() {
        return count(CheckReport::missing);
    }

    int superfluous() {
        return count(CheckReport::superfluous);
    }

    int differing() {
        return count(CheckReport::differing);
    }

    boolean ok() {
        return rejections.isEmpty() && reports.values().stream().allMatch(CheckReport::ok);
    }

    private int count(Function<CheckReport, List<?>> findings) {
        return reports.values().stream()
                .mapToInt(report -> findings.apply(report).size())
                .sum();
    }
}

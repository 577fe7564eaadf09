package io.cradle.cli.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report in lines for a terminal. */
public final class ReportTable {
    private static final String ROW = "  %-46s %10s %-10s %-42s %s";

    private ReportTable() {}

    /** What was asked for. */
    public static String head(Report report) {
        return "bench " + report.bench() + ", " + text(report.parameters());
    }

    /** A case and its findings. */
    public static List<String> lines(Case each) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(text(each.of()));
        each.findings().forEach(finding -> lines.add(line(finding)));
        return lines;
    }

    /** What it ran on, and how many targets are met. */
    public static List<String> foot(Report report, Machine machine) {
        return List.of(
                "",
                machine.sentence(),
                report.targets() == 0
                        ? "no targets"
                        : report.targets() - report.missed() + " of " + report.targets() + " targets met");
    }

    private static String line(Finding finding) {
        String line;
        if (finding instanceof Finding.Measured measured) {
            line = String.format(
                    ROW,
                    measured.what(),
                    Figures.text(measured.value()),
                    measured.unit(),
                    measured.spread().map(ReportTable::text).orElse(""),
                    target(finding));
        } else {
            line = String.format(ROW, finding.what(), "-", "", ((Finding.Missing) finding).why(), target(finding));
        }
        return line.stripTrailing();
    }

    private static String text(Spread spread) {
        return "n " + spread.samples() + ", p90 " + Figures.text(spread.p90()) + ", p99 " + Figures.text(spread.p99())
                + ", max " + Figures.text(spread.most());
    }

    private static String target(Finding finding) {
        return finding.target()
                .map(target -> target.text() + (finding.isMissed() ? "  MISSED" : "  met"))
                .orElse("");
    }

    private static String text(Map<String, Object> named) {
        return named.entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + (entry.getValue() instanceof Integer number
                                ? String.format("%,d", number)
                                : entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}

package io.cradle.cli.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.cradle.testkit.generate.LogPrinter;
import io.cradle.testkit.oracle.CheckReport;
import io.cradle.testkit.oracle.LogEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What a run was and what was found, for people and for programs. */
final class ChaosReport {
    private static final int FINDINGS_MOST = 20;

    private final ChaosSetup setup;
    private final String commit;
    private final Inputs inputs;
    private final List<Struck> struck;
    private final int planned;
    private final OptionalLong lateRecords;
    private final Duration longestGap;
    private final Verdicts verdicts;

    ChaosReport(ChaosSetup setup, String commit, FaultPlan plan, Evidence evidence, Verdicts verdicts) {
        this.setup = setup;
        this.commit = commit;
        this.inputs = evidence.inputs();
        this.struck = evidence.struck();
        this.planned = plan.faults().size();
        this.lateRecords = evidence.lateRecords();
        this.longestGap = evidence.longestGap();
        this.verdicts = verdicts;
    }

    /** Whether nothing was wrong and every fault was recovered from. */
    boolean ok() {
        return verdicts.ok()
                && lateRecords.equals(OptionalLong.of(0))
                && verdicts.checked() > 0
                && struck.size() == planned
                && struck.stream().allMatch(fault -> fault.recovery() != null);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "seed %d, commit %s, %s backend, %s, %d networks, %d s",
                setup.seed(),
                commit,
                setup.backend(),
                setup.delivery(),
                setup.networks(),
                setup.lasting().toSeconds()));
        lines.add(String.format(
                "%,d records sent: %,d twice, %,d out of order, %,d spoilt; %,d in the log",
                inputs.sent(), inputs.duplicated(), inputs.displaced(), inputs.corrupted(), inputs.inLog()));
        lines.add(struck.size() + " of " + planned + " faults struck:");
        struck.forEach(fault -> lines.add(String.format(
                "  %-24s at %4d s  %s", fault.fault().label(), fault.at().toSeconds(), recovery(fault.recovery()))));
        lines.add(String.format(
                "%,d outputs checked: %d wrong, %d missing, %d superfluous, %d differing; %s late records; %d rejections"
                        + " not as they should be",
                verdicts.checked(),
                verdicts.wrong(),
                verdicts.missing(),
                verdicts.superfluous(),
                verdicts.differing(),
                lateRecords.isPresent() ? Long.toString(lateRecords.getAsLong()) : "unknown",
                verdicts.rejections().size()));
        lines.add(String.format("longest time without a newer figure: %.1f s", seconds(longestGap)));
        findings(lines);
        lines.add(ok() ? "every figure was right" : "NOT every figure was right, or not everything came back");
        return lines;
    }

    private void findings(List<String> lines) {
        verdicts.rejections().stream().limit(FINDINGS_MOST).forEach(lines::add);
        verdicts.reports().values().stream()
                .filter(report -> !report.ok())
                .limit(3)
                .forEach(report -> lines.add(report.describe(FINDINGS_MOST)));
    }

    /**
     * Writes the report as JSON, and for every network with a finding what was found and the log that led to it: enough
     * to judge it again.
     */
    void write(Path directory, Judge judge) throws IOException {
        writeJson(directory.resolve("report.json"));
        Map<String, List<LogEntry>> logs = judge.logsByNetwork();
        for (Map.Entry<String, CheckReport> report : verdicts.reports().entrySet()) {
            if (!report.getValue().ok()) {
                Files.writeString(
                        directory.resolve("findings-" + report.getKey() + ".txt"),
                        report.getValue().describe(1_000)
                                + "\n\n"
                                + LogPrinter.print(logs.getOrDefault(report.getKey(), List.of())));
            }
        }
    }

    private void writeJson(Path file) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("seed", setup.seed());
        json.put("commit", commit);
        json.put("backend", setup.backend());
        json.put("delivery", setup.delivery());
        json.put("networks", setup.networks());
        json.put("seconds", setup.lasting().toSeconds());
        json.put("recordsSent", inputs.sent());
        json.put("recordsInLog", inputs.inLog());
        json.put("faults", struck.stream().map(ChaosReport::json).toList());
        json.put("checked", verdicts.checked());
        json.put("wrong", verdicts.wrong());
        json.put("missing", verdicts.missing());
        json.put("superfluous", verdicts.superfluous());
        json.put("differing", verdicts.differing());
        json.put("lateRecords", lateRecords.isPresent() ? lateRecords.getAsLong() : null);
        json.put("wrongRejections", verdicts.rejections().size());
        json.put("longestGapSeconds", seconds(longestGap));
        json.put("ok", ok());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), json);
    }

    private static Map<String, Object> json(Struck struck) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fault", struck.fault().label());
        json.put("atSeconds", struck.at().toSeconds());
        json.put("recoverySeconds", struck.recovery() == null ? null : seconds(struck.recovery()));
        return json;
    }

    private static String recovery(Duration recovery) {
        return recovery == null
                ? "not recovered from"
                : String.format("publishing again after %.1f s", seconds(recovery));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}

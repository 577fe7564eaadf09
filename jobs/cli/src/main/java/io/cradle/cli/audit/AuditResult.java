package io.cradle.cli.audit;

import io.cradle.cli.log.NetworkLog;
import io.cradle.connectors.files.sink.RecordJson;
import io.cradle.testkit.oracle.CheckReport;
import io.cradle.testkit.oracle.CheckReport.Difference;
import io.cradle.testkit.oracle.CheckReport.Place;
import io.cradle.testkit.oracle.DecodedLog;
import io.cradle.testkit.oracle.DirectInputs;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What an audit found, in lines for the user. */
record AuditResult(
        AuditScope scope,
        boolean every,
        long asOfMs,
        CheckReport report,
        NetworkLog log,
        DecodedLog decoded,
        PublishedHistory history,
        OracleSettings settings) {
    private static final int MOST_RECORDS = 40;

    boolean agrees() {
        return report.ok();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (agrees()) {
            lines.add("agreed: " + report.compared() + (every ? " publications" : " footprints") + " of " + scope
                    + (every ? " up to " : " in force at ") + Instant.ofEpochMilli(asOfMs)
                    + ", each equal to a calculation from scratch within 1e-9 of its gross emissions");
        } else {
            lines.addAll(firstDifference());
            lines.add(numberOfDifferences());
        }
        lines.add("read up to that log time: " + log.summary());
        history.errorBound().ifPresent(bound -> lines.add("the job states an error of at most " + bound));
        lateNote().ifPresent(lines::add);
        return lines;
    }

    private String numberOfDifferences() {
        int found = report.wrong().size()
                + report.missing().size()
                + report.superfluous().size()
                + report.differing().size();
        return found + (found == 1 ? " difference" : " differences") + " in all; "
                + report.compared() + (every ? " publications" : " footprints") + " of " + scope + " compared at "
                + Instant.ofEpochMilli(asOfMs);
    }

    private List<String> firstDifference() {
        if (!report.wrong().isEmpty()) {
            return explained("differs", report.wrong().get(0));
        }
        if (!report.differing().isEmpty()) {
            return explained(
                    "two records of one key and asOf differ", report.differing().get(0));
        }
        boolean missing = !report.missing().isEmpty();
        Place place = (missing ? report.missing() : report.superfluous()).get(0);
        Difference whole = missing
                ? new Difference(place, "the publication", "a record of status " + place.note(), "none")
                : new Difference(place, "the publication", "none: " + place.note(), "a record");
        return explained(missing ? "missing" : "superfluous", whole);
    }

    private List<String> explained(String kind, Difference difference) {
        Place place = difference.place();
        List<String> lines = new ArrayList<>();
        lines.add(kind + ": network " + place.key().network() + ", product "
                + place.key().product() + ", period " + place.key().period() + " as of "
                + Instant.ofEpochMilli(place.asOfMs()) + ": " + difference.field());
        lines.add("  expected " + difference.expected());
        lines.add("  got      " + difference.got() + (place.note().isEmpty() ? "" : " (" + place.note() + ")"));
        DirectInputs inputs = DirectInputs.of(settings, decoded.entries(), place.asOfMs(), place.key());
        lines.add("  computed from these lines, kgCO2e per declared unit:");
        inputs.lines()
                .forEach(line ->
                        lines.add("    " + line.input() + ": " + line.resolved() + " = " + line.contribution()));
        lines.add("  and these records:");
        inputs.records().stream().limit(MOST_RECORDS).map(AuditResult::text).forEach(lines::add);
        if (inputs.records().size() > MOST_RECORDS) {
            lines.add("    and " + (inputs.records().size() - MOST_RECORDS) + " more");
        }
        return lines;
    }

    private static String text(LogEntry entry) {
        return "    " + entry.position() + " of log time " + Instant.ofEpochMilli(entry.logTimeMs()) + ", key "
                + entry.key() + ": " + (entry.isDeletion() ? "deleted" : RecordJson.of(entry.value()));
    }

    /** A job that is behind has not published everything yet. */
    private Optional<String> lateNote() {
        OptionalLong settled = history.settledMs();
        return settled.isPresent() && settled.getAsLong() >= asOfMs
                ? Optional.empty()
                : Optional.of("note: the last epoch that network-revisions shows as settled ended "
                        + (settled.isPresent() ? "at " + Instant.ofEpochMilli(settled.getAsLong()) : "never")
                        + "; what came after it may not be published yet");
    }
}

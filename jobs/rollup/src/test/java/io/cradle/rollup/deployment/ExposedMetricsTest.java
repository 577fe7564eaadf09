package io.cradle.rollup.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.ExposedMetrics;
import io.cradle.rollup.harness.KafkaRun;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.rollup.harness.Settled;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PeriodKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every metric that an alert or the operations page names is one that a running job shows. */
class ExposedMetricsTest {
    private static final OracleSettings SETTINGS =
            OracleSettings.defaults().withPeriods(PeriodKind.YEAR, ZoneOffset.UTC, Duration.ofDays(30_000), 1200);
    private static final String OPERATOR = "flink_taskmanager_job_task_operator_";

    @TempDir
    private Path directory;

    @Test
    void alertsNameNothingButMetricsAndWhatPrometheusKnows() throws IOException {
        List<JsonNode> rules = rules();
        assertTrue(rules.size() >= 10);
        for (JsonNode rule : rules) {
            String expression = rule.path("expr").asText();
            assertEquals(Set.of(), NamedMetric.strangers(expression), expression);
            assertFalse(NamedMetric.in("", expression).isEmpty(), expression);
            assertTrue(
                    Set.of("page", "ticket")
                            .contains(rule.at("/labels/severity").asText()),
                    expression);
        }
    }

    @Test
    void everyAlertIsExplained() throws IOException {
        String page = ShippedFiles.text("docs/operations.md");
        for (JsonNode rule : rules()) {
            String alert = rule.path("alert").asText();
            assertTrue(page.contains("`" + alert + "`"), () -> "docs/operations.md does not say what to do: " + alert);
        }
    }

    @Test
    void aRunningJobShowsThemAll() throws Exception {
        List<LogEntry> records =
                NetworkGenerator.generate(5, GeneratorOptions.everything().size(2, 3, 2, 60));
        Settings settings = LogRecords.settings(SETTINGS)
                .with(Options.DELIVERY, "exactly-once")
                .with(Options.CHECKPOINT_INTERVAL, "500 ms")
                .with(
                        Options.CHECKPOINT_DIRECTORY,
                        directory.resolve("checkpoints").toUri().toString());
        try (KafkaRun run = KafkaRun.onNewBroker()) {
            run.start(settings, 2, ExposedMetrics.configuration());
            int published = Settled.publishAndAwait(run, records, List.of("n0", "n1"), SETTINGS)
                    .size();
            run.await("all of " + missing() + " among the metrics", () -> missing()
                    .isEmpty());
            theyTellWhatHappened(run, published);
        }
    }

    private static void theyTellWhatHappened(KafkaRun run, int published) throws Exception {
        assertEquals(0, ExposedMetrics.values(OPERATOR + "lateRecords").sum());
        assertEquals(0, ExposedMetrics.values(OPERATOR + "failedCommittables").sum());
        assertEquals(2, ExposedMetrics.values(OPERATOR + "networks").sum());
        assertTrue(published > 10, "enough to count");
        assertEquals(published, ExposedMetrics.values(OPERATOR + "publications").sum());
        assertEquals(
                ExposedMetrics.values(OPERATOR + "epochsSettled").sum(),
                ExposedMetrics.values(OPERATOR + "settleMs_count").sum());
        run.await(
                "nothing waits, and epochs go on",
                () -> ExposedMetrics.values(OPERATOR + "recordsAwaitingEpoch").sum() == 0
                        && ExposedMetrics.values(OPERATOR + "epochLagMs").max().orElse(0) < 5_000);
        assertTrue(
                ExposedMetrics.values(OPERATOR + "epochLagMs").max().orElse(0) > 0, "epochs end before they are seen");
    }

    private static List<String> missing() {
        List<ExposedMetrics.Series> exposed = ExposedMetrics.now();
        List<NamedMetric> named = new ArrayList<>();
        try {
            for (JsonNode rule : rules()) {
                named.addAll(NamedMetric.in(
                        rule.path("alert").asText(), rule.path("expr").asText()));
            }
            named.addAll(NamedMetric.in("docs/operations.md", ShippedFiles.text("docs/operations.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return named.stream()
                .filter(metric -> !metric.isAmong(exposed))
                .map(NamedMetric::toString)
                .toList();
    }

    private static List<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        ShippedFiles.yaml(ShippedFiles.file("docker/prometheus/alerts.yaml"))
                .path("groups")
                .forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }
}

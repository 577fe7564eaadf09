package io.cradle.cli.chaos;

import io.cradle.cli.CommandException;
import io.cradle.cli.audit.SeriesSettings;
import io.cradle.cli.cluster.ProcessCluster;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.kafka.InputLog;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.OutputReader;
import io.cradle.connectors.kafka.RecordPublisher;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.testkit.generate.Records;
import io.cradle.testkit.oracle.DecodedLog;
import io.cradle.testkit.oracle.LogDecoder;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** One run: sends the script, lets the faults strike, waits until everything has settled. */
final class Chaos {
    /** Longer than any broker is away. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Duration RESERVE = Duration.ofMinutes(15);
    private static final Duration TO_SETTLE = Duration.ofMinutes(5);
    /** Transactions become visible with the second checkpoint at the latest. */
    private static final Duration QUIET = Duration.ofSeconds(15);

    private static final String LAST = "last";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final ChaosSetup setup;
    private final FaultPlan plan;
    private final ProcessCluster cluster;
    private final Surroundings surroundings;

    Chaos(ChaosSetup setup, FaultPlan plan, ProcessCluster cluster, Surroundings surroundings) {
        this.setup = setup;
        this.plan = plan;
        this.cluster = cluster;
        this.surroundings = surroundings;
    }

    /** Plays it to its end. */
    Evidence play(TopicSchemas schemas) {
        KafkaAccess access = cluster.access().answeringWithin(PATIENCE);
        try (Watch watch = Watch.start(OutputReader.fromBeginning(
                        access,
                        schemas,
                        List.of(
                                OutputTopic.PRODUCT_FOOTPRINTS,
                                OutputTopic.NETWORK_REVISIONS,
                                OutputTopic.REJECTED_RECORDS)));
                LateRecords late = LateRecords.watch(cluster.flink().rest());
                RecordPublisher publisher = RecordPublisher.open(access, schemas)) {
            FaultRunner faults = faults(watch);
            List<ScriptedRecord> sent = breakIt(script(schemas), faults, publisher, watch);
            OracleSettings settings = SeriesSettings.of(cluster.settings());
            DecodedLog log = settleEverything(access, schemas, publisher, watch, settings);
            return new Evidence(
                    Inputs.of(sent, log),
                    faults.struck(),
                    late.highest(),
                    watch.longestGap(),
                    watch.seen(),
                    log,
                    settings,
                    Collections.min(lastEpochs(log, settings).values()));
        }
    }

    /** Longer than the run: there is something to publish as long as a fault is being recovered from. */
    private Script script(TopicSchemas schemas) {
        return Script.of(
                setup.seed(),
                setup.networks(),
                setup.recordsPerSecond(),
                setup.lasting(),
                RESERVE,
                surroundings.clock().instant(),
                schemas);
    }

    private FaultRunner faults(Watch watch) {
        Scene scene = new Scene(cluster, new Random(setup.seed()), surroundings.stop());
        return new FaultRunner(scene, watch, surroundings.clock(), surroundings.terminal());
    }

    private List<ScriptedRecord> breakIt(Script script, FaultRunner faults, RecordPublisher publisher, Watch watch) {
        long began = System.nanoTime();
        try (Playback playback = Playback.start(script.records(), publisher)) {
            watch.countGaps(true);
            faults.run(plan);
            Duration left = setup.lasting().minusNanos(System.nanoTime() - began);
            if (surroundings.stop().await(left.isNegative() ? Duration.ZERO : left)) {
                throw new CommandException("stopped before the run was over");
            }
            watch.countGaps(false);
            return playback.end();
        }
    }

    /** Sends a last record of each network, waits until it is settled, and reads the log back with its log times. */
    private DecodedLog settleEverything(
            KafkaAccess access, TopicSchemas schemas, RecordPublisher publisher, Watch watch, OracleSettings settings) {
        surroundings.terminal().complain("everything is sent; waiting until all of it has settled …");
        // What is still parked then expires before the end, or nobody could say whether its rejection is due.
        surroundings.stop().await(ChaosSetup.PARKING.plusSeconds(1));
        for (int i = 0; i < setup.networks(); i++) {
            String day = "2024-01-01T00:00:00Z";
            publisher.publish(
                    InputTopic.PURCHASE_RECORDS,
                    Records.purchase("n" + i, LAST, LAST, LAST, day, "2024-01-02T00:00:00Z", "1", "kg"));
        }
        publisher.flush();
        DecodedLog log = read(access, schemas);
        lastEpochs(log, settings)
                .forEach((network, epochMs) ->
                        await("network " + network + " to settle", () -> watch.settledUpToMs(network) >= epochMs));
        await("the last footprints", () -> watch.isQuietFor(QUIET));
        return log;
    }

    private static DecodedLog read(KafkaAccess access, TopicSchemas schemas) {
        LogDecoder decoder = new LogDecoder(schemas);
        try (InputLog log = InputLog.open(access)) {
            log.read(InputLog.NO_LIMIT, decoder::add);
        }
        return decoder.log();
    }

    private static Map<String, Long> lastEpochs(DecodedLog log, OracleSettings settings) {
        Map<String, Long> last = new TreeMap<>();
        for (LogEntry entry : log.entries()) {
            List<String> key = RecordKey.split(entry.key());
            if (entry.topic() == InputTopic.PURCHASE_RECORDS && key.get(1).equals(LAST)) {
                last.put(key.get(0), settings.epochEnd(entry.logTimeMs()));
            }
        }
        return last;
    }

    private void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TO_SETTLE.toNanos();
        while (!condition.getAsBoolean()) {
            if (surroundings.stop().await(LOOK_AGAIN)) {
                throw new CommandException("stopped while waiting for " + what);
            }
            if (System.nanoTime() > deadline) {
                throw new CommandException("waited " + TO_SETTLE.toMinutes() + " min in vain for " + what
                        + cluster.flink()
                                .rest()
                                .newestFailure()
                                .map(failure -> ": " + failure)
                                .orElse(""));
            }
        }
    }
}

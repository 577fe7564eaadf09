package io.cradle.cli.bench.recovery;

import io.cradle.cli.CommandException;
import io.cradle.cli.bench.Progress;
import io.cradle.cli.bench.load.SettledLoad;
import io.cradle.cli.bench.report.Case;
import io.cradle.cli.bench.report.Spread;
import io.cradle.cli.bench.report.Target;
import io.cradle.cli.chaos.LargeScript;
import io.cradle.cli.cluster.ProcessCluster;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.RecordPublisher;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.testkit.cluster.CompletedCheckpoint;
import io.cradle.testkit.cluster.SupervisedProcess;
import io.cradle.testkit.generate.LargeNetwork;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** One network in one cluster: settled, checkpointed, revised, killed. */
final class RecoveryCase {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int AT_REST = 3;
    private static final double CHECKPOINT_WITHIN_S = 30;
    private static final double MILLIS = 1e3;
    private static final double MB = 1e6;
    /** How far from a whole number a step of the probe may be: what the tolerance of a figure makes of it. */
    private static final double STEP_TOLERANCE = 1e-3;

    private final LargeNetwork network;
    private final int kills;
    private final ProcessCluster cluster;
    private final Surroundings surroundings;
    private final Progress progress;
    private final Case found;

    RecoveryCase(
            LargeNetwork network,
            int kills,
            ProcessCluster cluster,
            Surroundings surroundings,
            Progress progress,
            Case found) {
        this.network = network;
        this.kills = kills;
        this.cluster = cluster;
        this.surroundings = surroundings;
        this.progress = progress;
        this.found = found;
    }

    void measure() {
        KafkaAccess access = cluster.access().answeringWithin(PATIENCE);
        LargeScript script = new LargeScript(network);
        try (TopicSchemas schemas = new TopicSchemas(access);
                RecordPublisher publisher = RecordPublisher.open(access, schemas)) {
            progress.next(String.format("settling %,d products", network.size()));
            SettledLoad load = new SettledLoad(access, schemas, surroundings.stop());
            found.measured("loading and settling the network", load.run(publisher, out -> records(script, out)), "s");
            try (Watched watched = Watched.start(access, schemas, surroundings.clock())) {
                ProbeStream probes = new ProbeStream(script, publisher, surroundings.stop());
                checkpointAtRest(probes);
                revise(probes, publisher, watched);
                restore(probes, watched);
            }
        }
    }

    private void records(LargeScript script, Consumer<SpecificRecord> out) {
        out.accept(LargeScript.factor());
        network.records().forEach(out);
        out.accept(script.probe(0));
    }

    /** At rest but for the probe, whose bill changes every second. */
    private void checkpointAtRest(ProbeStream probes) {
        progress.next("checkpoints at rest");
        long fromMs = surroundings.clock().millis();
        probes.until("a checkpoint", PATIENCE, () -> triggeredSince(fromMs).size() >= AT_REST);
        List<CompletedCheckpoint> taken = triggeredSince(fromMs);
        found.measured("checkpoint at rest", seconds(taken), "s");
        found.measured(
                "checkpoint, size",
                Spread.of(
                        taken.stream().mapToDouble(one -> one.stateBytes() / MB).toArray()),
                "MB");
    }

    private void revise(ProbeStream probes, RecordPublisher publisher, Watched watched) {
        progress.next("revising a factor that most products rest on");
        int before = watched.largest().productsChanged();
        long fromMs = surroundings.clock().millis();
        publisher.publish(InputTopic.EMISSION_FACTORS, network.revise(0, "0.7"));
        publisher.flush();
        probes.until(
                "a revision of most products", PATIENCE, () -> watched.largest().productsChanged() > before + 1);
        Watched.Epoch epoch = watched.largest();
        probes.until(
                "all figures of the revision",
                PATIENCE,
                () -> watched.footprints(epoch.asOfMs()) >= epoch.productsChanged());
        double publishedSeconds = (surroundings.clock().millis() - fromMs) / MILLIS;
        probes.until("a checkpoint", PATIENCE, () -> !triggeredSince(fromMs).isEmpty());
        List<CompletedCheckpoint> taken = triggeredSince(fromMs);
        // Newest first.
        long firstMs = taken.get(taken.size() - 1).completedMs();
        found.measured("products that one factor changed", epoch.productsChanged(), "");
        found.measured("factor appended to all of them published", publishedSeconds, "s");
        found.measured(
                "factor appended to next checkpoint completed",
                (firstMs - fromMs) / MILLIS,
                "s",
                Target.atMost(CHECKPOINT_WITHIN_S));
        found.measured("that checkpoint", taken.get(taken.size() - 1).durationMs() / MILLIS, "s");
    }

    private void restore(ProbeStream probes, Watched watched) {
        double below = network.figures()[network.size() - 1];
        double[] seconds = new double[kills];
        for (int kill = 0; kill < kills; kill++) {
            progress.next("killing the TaskManager, " + (kill + 1) + " of " + kills);
            long sinceMs = surroundings.clock().millis();
            probes.until(
                    "a checkpoint", PATIENCE, () -> !triggeredSince(sinceMs).isEmpty());
            seconds[kill] = kill(probes, watched, below);
        }
        found.measured("kill -9 to first right figure", Spread.of(seconds), "s");
    }

    /** Seconds from a kill to the first figure of the probe that is newer than all before it, and right. */
    private double kill(ProbeStream probes, Watched watched, double below) {
        long atLeast = step(watched.newestProbe().orElseThrow(), below);
        long killedMs = surroundings.clock().millis();
        cluster.flink().taskManagers().forEach(SupervisedProcess::kill);
        // What was on its way when the process died is no recovery; an epoch that ended later it cannot have known.
        probes.until("a figure after a kill", PATIENCE, () -> watched.probeAfter(killedMs)
                .isPresent());
        Watched.Probe probe = watched.probeAfter(killedMs).orElseThrow();
        long step = step(probe, below);
        if (step < atLeast || step > probes.step()) {
            throw new CommandException(
                    "after a kill the probe is at step " + step + ", expected " + atLeast + " to " + probes.step());
        }
        return (probe.arrivedMs() - killedMs) / MILLIS;
    }

    private static long step(Watched.Probe probe, double below) {
        double step = LargeScript.step(probe.figure(), below);
        if (Math.abs(step - Math.rint(step)) > STEP_TOLERANCE) {
            throw new CommandException("the probe is " + probe.figure() + ", which no bill of it gives");
        }
        return Math.round(step);
    }

    private List<CompletedCheckpoint> triggeredSince(long fromMs) {
        return cluster.flink().rest().completedCheckpoints().stream()
                .filter(one -> one.triggeredMs() >= fromMs)
                .toList();
    }

    private static Spread seconds(List<CompletedCheckpoint> taken) {
        return Spread.of(
                taken.stream().mapToDouble(one -> one.durationMs() / MILLIS).toArray());
    }
}

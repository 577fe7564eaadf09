package io.cradle.cli.bench.pipeline;

import io.cradle.cli.CommandException;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.OutputReader;
import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Runs the job from the beginning of the log until it has settled everything, and measures. */
final class MeasuredJob {
    private static final Duration STEP = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final double NANOS = 1e9;

    private final Path directory;
    private final PipelineSetup setup;
    private final KafkaAccess access;
    private final Map<Instant, Integer> productsChanged = new HashMap<>();
    private final List<JobMeasurement.Point> settled = new ArrayList<>();
    private long startedNanos;
    private long applied;
    private long rejected;

    /** @param directory gets settings, state and recording of the job */
    MeasuredJob(Path directory, PipelineSetup setup, KafkaAccess access) {
        this.directory = directory;
        this.setup = setup;
        this.access = access;
    }

    /** @param progress told how many records are settled */
    JobMeasurement run(SchemaCatalog catalog, WrittenLog log, LongConsumer progress) throws IOException {
        Path recording = directory.resolve("job.jfr");
        try (OutputReader revisions = OutputReader.fromEnd(access, catalog, List.of(OutputTopic.NETWORK_REVISIONS));
                JobProcess job = JobProcess.start(directory, recording, setup, access)) {
            startedNanos = System.nanoTime();
            follow(log.ofNetworks() - log.measured(), log, revisions, job, progress);
            long warm = applied;
            long warmNanos = System.nanoTime();
            Duration processorTime = job.processorTime();
            follow(log.ofNetworks(), log, revisions, job, progress);
            double seconds = (System.nanoTime() - warmNanos) / NANOS;
            double processorSeconds = job.processorTime().minus(processorTime).toNanos() / NANOS;
            long stateBytes = size(Path.of(URI.create(job.stop())));
            return new JobMeasurement(
                    applied - warm,
                    seconds,
                    processorSeconds,
                    stateBytes,
                    productsChanged.size(),
                    productsChanged.values().stream()
                            .mapToInt(Integer::intValue)
                            .max()
                            .orElse(0),
                    settled,
                    StageProfile.of(recording));
        }
    }

    private void follow(long until, WrittenLog log, OutputReader revisions, JobProcess job, LongConsumer progress) {
        long lastNanos = System.nanoTime();
        while (applied + rejected < until) {
            var records = revisions.poll(STEP);
            records.forEach(one -> add((NetworkRevision) one.record()));
            if (!records.isEmpty()) {
                lastNanos = System.nanoTime();
                settled.add(new JobMeasurement.Point((lastNanos - startedNanos) / NANOS, applied));
                progress.accept(applied);
            }
            if (!job.isAlive() || System.nanoTime() - lastNanos > PATIENCE.toNanos()) {
                throw new CommandException("the job " + (job.isAlive() ? "stands still" : "has ended") + " after "
                        + applied + " of " + log.ofNetworks() + " records" + job.complaint());
            }
        }
        if (rejected > 0) {
            throw new CommandException(
                    rejected + " records were rejected, expected none: what was measured is not" + " what should be");
        }
    }

    private void add(NetworkRevision revision) {
        applied += revision.getChangesApplied();
        rejected += revision.getRejected();
        productsChanged.merge(revision.getAsOf(), revision.getProductsChanged(), Integer::sum);
    }

    private static long size(Path savepoint) {
        try (Stream<Path> files = Files.walk(savepoint)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

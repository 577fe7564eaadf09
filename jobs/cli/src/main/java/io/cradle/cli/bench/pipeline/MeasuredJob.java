package io.cradle.cli.bench.pipeline;

import io.cradle.cli.CommandException;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.OutputReader;
import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Starts the job in a process of its own, waits until it has settled the whole log, and measures. */
final class MeasuredJob {
    private static final Duration STEP = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path directory;
    private final PipelineSetup setup;
    private final KafkaAccess access;
    private final Map<Instant, Integer> productsChanged = new HashMap<>();
    private long applied;
    private long rejected;
    private double settleMs;

    /**
     * What was measured.
     *
     * @param seconds from the start of the job's tasks to the arrival of the last result
     * @param stateBytes size of the savepoint at the end
     * @param epochs how many were settled by any network
     * @param mostProductsChanged publications of the epoch with most of them
     * @param settleSeconds time spent settling, of all subtasks
     */
    record Result(
            double seconds,
            long stateBytes,
            int epochs,
            int mostProductsChanged,
            double settleSeconds,
            double processorSeconds) {}

    MeasuredJob(Path directory, PipelineSetup setup, KafkaAccess access) {
        this.directory = directory;
        this.setup = setup;
        this.access = access;
    }

    /** Where the flight recording of the job is, once it has ended. */
    Path recording() {
        return directory.resolve("job.jfr");
    }

    Result run(SchemaCatalog catalog, WrittenLog log, LongConsumer progress) throws IOException {
        try (OutputReader revisions = OutputReader.fromEnd(access, catalog, List.of(OutputTopic.NETWORK_REVISIONS))) {
            Process process = start();
            try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
                answer(said, "started");
                long startedNanos = System.nanoTime();
                Duration processorAtStart = processorTime(process);
                follow(revisions, log, process, progress);
                double seconds = (System.nanoTime() - startedNanos) / 1e9;
                Duration processor = processorTime(process).minus(processorAtStart);
                process.getOutputStream().close();
                String savepoint = answer(said, "savepoint ");
                return new Result(
                        seconds,
                        size(Path.of(java.net.URI.create(savepoint))),
                        productsChanged.size(),
                        productsChanged.values().stream()
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElse(0),
                        settleMs / 1000,
                        processor.toMillis() / 1e3);
            } finally {
                stop(process);
            }
        }
    }

    private static Duration processorTime(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private Process start() throws IOException {
        Properties settings = new Properties();
        settings.putAll(setup.settings(
                access.bootstrapServers(),
                directory.resolve("checkpoints").toUri().toString()));
        Path file = directory.resolve("rollup.properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms4g",
                "-Xmx4g",
                "-Xmn2g",
                "-XX:+UseParallelGC",
                // Or loading Flink's classes collects the whole heap several times.
                "-XX:MetaspaceSize=256m",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.cradle.schemas",
                "-Dcradle.log=" + directory.resolve("job.log"),
                "-XX:StartFlightRecording=filename=" + recording() + ",settings=profile,dumponexit=true",
                "-cp",
                System.getProperty("java.class.path"),
                RollupProcess.class.getName(),
                file.toString(),
                directory.resolve("savepoint").toString());
        return new ProcessBuilder(command)
                .redirectError(directory.resolve("job.err").toFile())
                .start();
    }

    private void follow(OutputReader revisions, WrittenLog log, Process process, LongConsumer progress) {
        long lastNanos = System.nanoTime();
        while (applied + rejected < log.ofNetworks()) {
            var records = revisions.poll(STEP);
            records.forEach(one -> add((NetworkRevision) one.record()));
            if (!records.isEmpty()) {
                lastNanos = System.nanoTime();
                progress.accept(applied);
            }
            if (!process.isAlive() || System.nanoTime() - lastNanos > PATIENCE.toNanos()) {
                throw new CommandException("the job " + (process.isAlive() ? "stands still" : "has ended") + " after "
                        + applied + " of " + log.ofNetworks() + " records; it says why in " + directory);
            }
        }
        if (rejected > 0) {
            throw new CommandException(rejected + " records were rejected, expected none");
        }
    }

    private void add(NetworkRevision revision) {
        applied += revision.getChangesApplied();
        rejected += revision.getRejected();
        settleMs += revision.getMilliseconds();
        productsChanged.merge(revision.getAsOf(), revision.getProductsChanged(), Integer::sum);
    }

    /** What follows a word; other lines are Java's own. */
    private String answer(BufferedReader said, String word) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(word)) {
                return line.substring(word.length());
            }
        }
        throw new CommandException(
                "the job ended without saying '" + word + "'; why is in " + directory.resolve("job.err"));
    }

    private static void stop(Process process) {
        try {
            if (!process.waitFor(20, java.util.concurrent.TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
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

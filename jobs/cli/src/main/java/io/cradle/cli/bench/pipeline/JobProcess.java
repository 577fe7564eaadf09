package io.cradle.cli.bench.pipeline;

import io.cradle.cli.CommandException;
import io.cradle.connectors.kafka.KafkaAccess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The job as a process of its own, with a flight recorder; see {@link RollupProcess} for what it says. */
final class JobProcess implements AutoCloseable {
    private static final Duration TO_END = Duration.ofSeconds(30);
    /** Of a TaskManager of four gigabytes; readings of ten million quarters of an hour take a tenth of it. */
    private static final List<String> MEMORY = List.of(
            "-Xms4g", "-Xmx4g", "-Xmn2g", "-XX:+UseParallelGC", "-XX:+UseTransparentHugePages", "-XX:+AlwaysPreTouch");

    private final Process process;
    private final BufferedReader said;
    private final Path errors;

    private JobProcess(Process process, Path errors) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
        this.errors = errors;
    }

    /**
     * Starts the job and waits until it is submitted.
     *
     * @param recording gets the flight recording when the process ends
     */
    static JobProcess start(Path directory, Path recording, PipelineSetup setup, KafkaAccess access)
            throws IOException {
        Path settings = directory.resolve("rollup.properties");
        try (OutputStream out = Files.newOutputStream(settings)) {
            Properties properties = new Properties();
            properties.putAll(setup.settings(
                    access.bootstrapServers(),
                    directory.resolve("checkpoints").toUri().toString()));
            properties.store(out, null);
        }
        Path errors = directory.resolve("job.err");
        Process process = new ProcessBuilder(command(directory, recording, settings))
                .redirectError(errors.toFile())
                .start();
        JobProcess job = new JobProcess(process, errors);
        try {
            job.answer("started");
            return job;
        } catch (IOException | RuntimeException e) {
            job.close();
            throw e;
        }
    }

    private static List<String> command(Path directory, Path recording, Path settings) {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(MEMORY);
        command.addAll(List.of(
                // Or loading Flink's classes would collect the whole heap several times.
                "-XX:MetaspaceSize=256m",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.cradle.schemas",
                "-Dcradle.log=" + directory.resolve("job.log"),
                "-XX:StartFlightRecording=filename=" + recording + ",settings=profile,dumponexit=true",
                "-cp",
                System.getProperty("java.class.path"),
                RollupProcess.class.getName(),
                settings.toString(),
                directory.resolve("savepoint").toString()));
        return command;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Processor time of all its threads so far. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Stops the job; gives the URI of the savepoint that it stopped with. */
    String stop() throws IOException {
        process.getOutputStream().close();
        String savepoint = answer("savepoint ");
        awaitEnd();
        return savepoint;
    }

    /** What follows a word; other lines are Java's own. */
    private String answer(String word) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(word)) {
                return line.substring(word.length());
            }
        }
        throw new CommandException("the job ended without saying '" + word.strip() + "'" + complaint());
    }

    /** The last line that it wrote to its error output, for a sentence. */
    String complaint() {
        try {
            List<String> lines = Files.readAllLines(errors);
            return lines.isEmpty() ? "" : "; it said: " + lines.get(lines.size() - 1);
        } catch (IOException e) {
            return "; what it said cannot be read: " + e.getMessage();
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }
}

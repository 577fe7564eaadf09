package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.rollup.config.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the job says when it is started on a cluster and cannot run. */
class RollupJobTest {
    @TempDir
    Path directory;

    @Test
    void checkpointsInMemoryAreRefused() throws Exception {
        // The broker is not there either: the settings are judged first.
        Started job = start("kafka.bootstrap.servers=127.0.0.1:1\nreporting.period=month\nreporting.zone=UTC\n");
        assertEquals(2, job.exitCode(), job.said());
        assertTrue(job.said().contains("checkpoint.directory is empty, so checkpoints would be in"), job.said());
        assertFalse(job.said().contains("\tat "), job.said());
    }

    @Test
    void eitherTheSettingsOrTheClusterSayWhereCheckpointsAre() {
        Settings settings = Settings.of(Map.of("checkpoint.directory", "file:///checkpoints"));
        assertDoesNotThrow(
                () -> RollupEnvironment.requireLastingCheckpoints(RollupEnvironment.configuration(settings)));
        Configuration cluster = RollupEnvironment.configuration(Settings.of(Map.of()));
        cluster.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, "file:///checkpoints");
        assertDoesNotThrow(() -> RollupEnvironment.requireLastingCheckpoints(cluster));
    }

    private record Started(int exitCode, String said) {}

    private Started start(String settings) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("rollup.properties"), settings);
        Process job = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RollupJob.class.getName(),
                        "--config",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(job.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Started(job.waitFor(), said);
    }
}

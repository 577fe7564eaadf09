package io.cradle.rollup.golden;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.cradle.rollup.harness.KafkaRun;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.rollup.harness.Past;
import io.cradle.rollup.harness.Settled;
import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.testkit.broker.EmbeddedBroker;
import io.cradle.testkit.oracle.LogEntry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Records the golden savepoint of this version; how to run it is said of the package. */
@EnabledIfSystemProperty(named = "golden.write", matches = ".+")
class GoldenSavepointWriteTest {
    /** Of an epoch, how much may have passed when its records are sent. */
    private static final long LATEST_MS = Scenario.ORACLE.epochMs() / 10;

    @TempDir
    private Path directory;

    @Test
    void write() throws Exception {
        Path target = Path.of("src/test/resources/golden", System.getProperty("golden.write"));
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target + " exists: a recorded version is never replaced by accident");
        }
        EmbeddedBroker broker = EmbeddedBroker.startAt(Scenario.RECORDED_FROM);
        try (KafkaRun run = KafkaRun.onBroker(broker, Past.NONE)) {
            run.start(Scenario.settings(), Scenario.PARALLELISM);
            for (List<LogEntry> part : List.of(Scenario.first(), Scenario.second())) {
                Settled.publishAndAwait(run, part, Scenario.NETWORKS, Scenario.ORACLE);
            }
            long epochEndMs = awaitBeginningOfEpoch(run, broker);
            run.publishAndAwaitRead(LogRecords.of(Scenario.awaiting(), run.catalog()));
            Path savepoint = Path.of(URI.create(run.stopWithSavepoint(directory)));
            TopicFile topics = TopicCopy.read(run.access());
            assertFalse(
                    isSettled(epochEndMs, Golden.past(topics, run.catalog())),
                    "the epoch ended before the savepoint: try again");
            Golden golden = new Golden(target);
            copy(savepoint, golden.savepoint());
            golden.write(topics);
        }
    }

    private static long awaitBeginningOfEpoch(KafkaRun run, EmbeddedBroker broker) throws Exception {
        run.await(
                "the beginning of an epoch",
                () -> Math.floorMod(broker.now().toEpochMilli(), Scenario.ORACLE.epochMs()) < LATEST_MS);
        return Scenario.ORACLE.epochEnd(broker.now().toEpochMilli());
    }

    private static boolean isSettled(long epochEndMs, Past past) {
        return past.published().stream()
                .filter(one -> one.topic() == OutputTopic.NETWORK_REVISIONS)
                .anyMatch(one -> ((NetworkRevision) one.record()).getAsOf().toEpochMilli() >= epochEndMs);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy);
            }
        }
    }
}

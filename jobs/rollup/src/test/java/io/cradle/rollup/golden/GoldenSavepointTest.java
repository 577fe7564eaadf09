package io.cradle.rollup.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.Published;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.rollup.config.Options;
import io.cradle.rollup.harness.Judgement;
import io.cradle.rollup.harness.KafkaRun;
import io.cradle.rollup.harness.Past;
import io.cradle.rollup.harness.Settled;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.testkit.broker.EmbeddedBroker;
import io.cradle.testkit.oracle.DecodedLog;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A savepoint of every released version goes on in this one, on either backend and at another parallelism: before and
 * after it, nothing is wrong and nothing is missing.
 */
class GoldenSavepointTest {
    private static final int FOOTPRINTS_AT_LEAST = 300;

    private static final List<String> OF_FOOTPRINT = List.of("network", "product", "period");

    private static final Map<OutputTopic, List<String>> KEYS = Map.of(
            OutputTopic.PRODUCT_FOOTPRINTS, OF_FOOTPRINT,
            OutputTopic.LATEST_PRODUCT_FOOTPRINTS, OF_FOOTPRINT,
            OutputTopic.ACTIVITY_EMISSIONS, List.of("network", "process", "flow", "period"),
            OutputTopic.NETWORK_REVISIONS, List.of("network"),
            OutputTopic.REJECTED_RECORDS, List.of("topic", "partition", "offset"));

    static Stream<Arguments> versions() throws Exception {
        List<Golden> versions = Golden.versions();
        assertFalse(versions.isEmpty(), "golden savepoints");
        return versions.stream()
                .flatMap(version -> Stream.of(Arguments.of(version, "heap", 3), Arguments.of(version, "rocksdb", 1)));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void goesOn(Golden version, String backend, int parallelism) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.startAt(Scenario.RESTORED_FROM);
        Past past = past(version, broker);
        try (KafkaRun run = KafkaRun.onBroker(broker, past)) {
            run.resume(
                    Scenario.settings().with(Options.BACKEND, backend),
                    parallelism,
                    version.savepoint().toUri().toString());
            Settled.publishAndAwait(run, Scenario.after(), Scenario.NETWORKS, Scenario.ORACLE);
            broker.advance(Scenario.UNTIL_PARKING_ENDS);
            List<ProductFootprint> published =
                    Settled.publishAndAwait(run, List.of(), Scenario.NETWORKS, Scenario.ORACLE);
            DecodedLog log = run.decodedLog();
            Judgement.assertRight(
                    published, log.entries(), Scenario.ORACLE, FOOTPRINTS_AT_LEAST, version + " on " + backend);
            Judgement.awaitRejected(run, log, Scenario.ORACLE);
            whatAwaitedItsEpochWasSettled(past, published);
            run.published().forEach(GoldenSavepointTest::assertKeyOfOld);
        }
    }

    private static Past past(Golden version, EmbeddedBroker broker) throws Exception {
        TopicFile topics = version.topics();
        KafkaAccess access = KafkaAccess.of(broker.bootstrapServers());
        TopicCopy.write(topics, access);
        try (TopicSchemas schemas = new TopicSchemas(access)) {
            return Golden.past(topics, schemas);
        }
    }

    /** The last epoch of the past was not over: its footprints come after the restore, from records in state. */
    private static void whatAwaitedItsEpochWasSettled(Past past, List<ProductFootprint> published) {
        long lastEpochMs = past.log().stream()
                .mapToLong(record -> Scenario.ORACLE.epochEnd(record.appendTimeMs()))
                .max()
                .orElseThrow();
        assertFalse(past.published().stream().anyMatch(one -> isAsOf(one, lastEpochMs)), "settled before");
        assertTrue(
                published.stream().anyMatch(one -> one.getAsOf().toEpochMilli() == lastEpochMs), "settled afterwards");
    }

    /** Readers find the newest record of a thing under one key, whichever version wrote it. */
    private static void assertKeyOfOld(Published one) {
        String key = RecordKey.join(KEYS.get(one.topic()).stream()
                .map(field -> String.valueOf(
                        one.record().get(one.topic().schema().getField(field).pos())))
                .toList());
        assertEquals(key, one.key(), one.topic().topicName());
    }

    private static boolean isAsOf(Published one, long asOfMs) {
        return one.topic() == OutputTopic.PRODUCT_FOOTPRINTS
                && ((ProductFootprint) one.record()).getAsOf().toEpochMilli() == asOfMs;
    }
}

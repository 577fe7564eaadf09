package io.cradle.connectors.kafka.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.kafka.AdminDoor;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.KafkaDoorException;
import io.cradle.testkit.broker.EmbeddedBroker;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicAdminTest {
    private static final TopicSettings SETTINGS = new TopicSettings(2, 1, (short) 1, TopicSettings.UNLIMITED);
    private static final int TOPICS = 14;
    private static final int SCHEMAS = 13;

    private EmbeddedBroker broker;
    private KafkaAccess access;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start();
        access = KafkaAccess.of(broker.bootstrapServers());
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void createsEverythingOnce() {
        List<String> first = TopicAdmin.create(access, SETTINGS);
        assertEquals(TOPICS + SCHEMAS, first.size());
        assertTrue(first.contains("topic meter-readings: created with 2 partitions"), first::toString);
        assertTrue(first.contains("topic _schemas: created with 1 partition"), first::toString);
        assertTrue(
                first.contains("schema bills-of-materials-value: registered as version 1 with id 1"), first::toString);

        List<String> second = TopicAdmin.create(access, SETTINGS);
        assertEquals(
                TOPICS,
                second.stream().filter(s -> s.endsWith(": already right")).count(),
                second::toString);
        assertEquals(
                SCHEMAS,
                second.stream()
                        .filter(s -> s.contains(": already registered as version 1"))
                        .count(),
                second::toString);
        assertEquals(List.of(), TopicAdmin.check(access, SETTINGS));
        TopicAdmin.requireUsable(access, SETTINGS);
    }

    @Test
    void createdTopicsCarryAppendTimeAndKeepTheLog() {
        TopicAdmin.create(access, SETTINGS);
        try (AdminDoor admin = AdminDoor.open(access)) {
            Map<String, String> input =
                    admin.configurations(List.of("meter-readings")).get("meter-readings");
            assertEquals("LogAppendTime", input.get("message.timestamp.type"));
            assertEquals("delete", input.get("cleanup.policy"));
            assertEquals("-1", input.get("retention.ms"));
            Map<String, String> latest =
                    admin.configurations(List.of("latest-product-footprints")).get("latest-product-footprints");
            assertEquals("compact", latest.get("cleanup.policy"));
            assertEquals("LogAppendTime", latest.get("message.timestamp.type"));
        }
    }

    @Test
    void saysWhatIsMissing() {
        List<String> report = TopicAdmin.check(access, SETTINGS);
        assertEquals(TOPICS, report.size());
        assertTrue(report.contains("topic purchase-records does not exist"), report::toString);
    }

    @Test
    void saysHowATopicDiffersAndLeavesItAlone() {
        create(
                "meter-readings",
                3,
                Map.of("message.timestamp.type", "CreateTime", "cleanup.policy", "compact", "retention.ms", "1000"));
        TopicAdmin.create(access, SETTINGS);
        List<String> expected = List.of(
                "topic meter-readings: partitions are 3, settings say 2",
                "topic meter-readings: cleanup.policy is compact, must be delete",
                "topic meter-readings: message.timestamp.type is CreateTime, must be LogAppendTime",
                "topic meter-readings: retention.ms is 1000, must be -1");
        assertEquals(expected, TopicAdmin.check(access, SETTINGS));
        assertTrue(TopicAdmin.create(access, SETTINGS)
                .contains("topic meter-readings: cleanup.policy is compact, must be delete (left as it is)"));
        assertEquals(expected, TopicAdmin.check(access, SETTINGS));
    }

    @Test
    void theJobRefusesAnInputThatLosesRecords() {
        create("meter-readings", 3, Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "86400000"));
        TopicAdmin.create(access, SETTINGS);
        String message = assertThrows(KafkaDoorException.class, () -> TopicAdmin.requireUsable(access, SETTINGS))
                .getMessage();
        assertTrue(message.contains("topic meter-readings: retention.ms is 86400000, must be -1"), message);
        assertTrue(message.contains("cradle topics check"), message);
        assertFalse(message.contains("partitions"), message);

        TopicSettings shorterHorizon = new TopicSettings(2, 1, (short) 1, 86_400_000);
        TopicAdmin.requireUsable(access, shorterHorizon);
    }

    @Test
    void theJobLetsOperatorsChooseHowLongResultsAreKept() {
        create("activity-emissions", 1, Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "86400000"));
        TopicAdmin.create(access, SETTINGS);
        assertEquals(
                List.of("topic activity-emissions: retention.ms is 86400000, must be -1"),
                TopicAdmin.check(access, SETTINGS));
        TopicAdmin.requireUsable(access, SETTINGS);
    }

    @Test
    void anImpossibleReplicationFactorIsExplained() {
        TopicSettings three = new TopicSettings(1, 1, (short) 3, TopicSettings.UNLIMITED);
        String message = assertThrows(KafkaDoorException.class, () -> TopicAdmin.create(access, three))
                .getMessage();
        assertTrue(message.startsWith("creating topic _schemas: Kafka at " + broker.bootstrapServers()), message);
        assertTrue(message.contains("replicat"), message);
    }

    private void create(String name, int partitions, Map<String, String> config) {
        try (AdminDoor admin = AdminDoor.open(access)) {
            assertTrue(admin.create(new NewTopic(name, partitions, (short) 1).configs(config)));
        }
    }
}

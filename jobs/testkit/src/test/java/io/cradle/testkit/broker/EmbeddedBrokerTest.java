package io.cradle.testkit.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class EmbeddedBrokerTest {

    @Test
    void keepsTopicsWhileItLivesAndLeavesNothingBehind() throws Exception {
        Path log;
        try (EmbeddedBroker broker = EmbeddedBroker.start()) {
            assertTrue(broker.bootstrapServers().startsWith("127.0.0.1:"), broker::bootstrapServers);
            try (Admin admin = admin(broker)) {
                assertEquals(Set.of(), admin.listTopics().names().get());
                admin.createTopics(List.of(new NewTopic("a", 1, (short) 1)))
                        .all()
                        .get();
                assertEquals(Set.of("a"), awaitTopics(admin));
            }
            log = broker.directory();
            assertTrue(Files.isDirectory(log), log::toString);
        }
        assertFalse(Files.exists(log), log::toString);
    }

    @Test
    void aTakenPortIsNamed() {
        try (EmbeddedBroker broker = EmbeddedBroker.start()) {
            int port = port(broker);
            String message = assertThrows(BrokerStartException.class, () -> EmbeddedBroker.start(port))
                    .getMessage();
            assertEquals(
                    "port " + port + " on 127.0.0.1 is in use: choose another port, or stop the program that listens"
                            + " there",
                    message);
        }
    }

    @Test
    void aPortCanBeChosenAndUsedAgain() throws ExecutionException, InterruptedException {
        int port = LoopbackPorts.free(1).get(0);
        for (int round = 0; round < 2; round++) {
            try (EmbeddedBroker broker = EmbeddedBroker.start(port);
                    Admin admin = admin(broker)) {
                assertEquals(port, port(broker));
                assertEquals(Set.of(), admin.listTopics().names().get());
            }
        }
    }

    @Test
    void recordsAreStampedByItsOwnClock() throws ExecutionException, InterruptedException {
        Instant began = Instant.parse("2024-01-31T12:00:00Z");
        try (EmbeddedBroker broker = EmbeddedBroker.startAt(began);
                Admin admin = admin(broker)) {
            admin.createTopics(List.of(
                            new NewTopic("a", 1, (short) 1).configs(Map.of("message.timestamp.type", "LogAppendTime"))))
                    .all()
                    .get();
            awaitTopics(admin);
            try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker.bootstrapServers()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                Instant first = sent(producer);
                assertFalse(first.isBefore(began), first::toString);
                assertFalse(first.isAfter(broker.now()), first::toString);
                broker.advance(Duration.ofDays(40));
                Instant second = sent(producer);
                assertFalse(second.isBefore(first.plus(Duration.ofDays(40))), second::toString);
                assertTrue(second.isBefore(first.plus(Duration.ofDays(41))), second::toString);
            }
        }
    }

    @Test
    void theSystemsClockIsNotMoved() {
        try (EmbeddedBroker broker = EmbeddedBroker.start()) {
            assertThrows(IllegalStateException.class, () -> broker.advance(Duration.ofDays(1)));
        }
    }

    private static Instant sent(KafkaProducer<byte[], byte[]> producer)
            throws ExecutionException, InterruptedException {
        return Instant.ofEpochMilli(
                producer.send(new ProducerRecord<>("a", new byte[] {1})).get().timestamp());
    }

    /** A topic that the controller has created is known to the broker a moment later. */
    private static Set<String> awaitTopics(Admin admin) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Set<String> topics = admin.listTopics().names().get();
        while (topics.isEmpty() && System.nanoTime() < deadline) {
            topics = admin.listTopics().names().get();
        }
        return topics;
    }

    private static int port(EmbeddedBroker broker) {
        String servers = broker.bootstrapServers();
        return Integer.parseInt(servers.substring(servers.indexOf(':') + 1));
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}

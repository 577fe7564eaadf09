package io.cradle.connectors.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.kafka.topics.TopicAdmin;
import io.cradle.connectors.kafka.topics.TopicSettings;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class KafkaAccessTest {

    @Test
    void everyDoorSaysClearlyThatNoBrokerAnswers() throws IOException {
        KafkaAccess nobody = KafkaAccess.of("127.0.0.1:" + unusedPort()).answeringWithin(Duration.ofMillis(300));
        Map<String, Executable> doors = Map.of(
                "create", () -> TopicAdmin.create(nobody, TopicSettings.defaults()),
                "check", () -> TopicAdmin.check(nobody, TopicSettings.defaults()),
                "require", () -> TopicAdmin.requireUsable(nobody, TopicSettings.defaults()),
                "parallelism", () -> KafkaDoor.requireParallelism(1, nobody),
                "publisher", () -> RecordPublisher.open(nobody, SchemaCatalog.bundled()),
                "reader",
                        () -> OutputReader.fromEnd(
                                nobody, SchemaCatalog.bundled(), List.of(OutputTopic.REJECTED_RECORDS)));
        doors.forEach((name, door) -> {
            long start = System.nanoTime();
            String message = assertThrows(KafkaDoorException.class, door, name).getMessage();
            long tookMs = (System.nanoTime() - start) / 1_000_000;
            assertTrue(
                    message.startsWith("no Kafka broker answers at " + nobody.bootstrapServers() + " within 300 ms"),
                    message);
            assertTrue(tookMs < 5_000, name + " took " + tookMs + " ms");
        });
    }

    @Test
    void anAbsentBrokerMakesNoNoise() throws IOException {
        KafkaAccess nobody = KafkaAccess.of("127.0.0.1:" + unusedPort()).answeringWithin(Duration.ofMillis(200));
        PrintStream err = System.err;
        PrintStream out = System.out;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try (PrintStream ear = new PrintStream(heard, true, StandardCharsets.UTF_8)) {
            System.setErr(ear);
            System.setOut(ear);
            assertThrows(KafkaDoorException.class, () -> TopicAdmin.check(nobody, TopicSettings.defaults()));
        } finally {
            System.setErr(err);
            System.setOut(out);
        }
        assertEquals("", heard.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anAddressMustHaveAPort() {
        String message = assertThrows(
                        KafkaDoorException.class, () -> KafkaAccess.of("broker").requireAnswer())
                .getMessage();
        assertEquals("bootstrap.servers names 'broker', must be host:port, such as 127.0.0.1:9092", message);
    }

    @Test
    void secretsAreNotPrinted() {
        KafkaAccess access = new KafkaAccess(
                Map.of("bootstrap.servers", "127.0.0.1:1", "sasl.jaas.config", "password=secret"),
                Duration.ofSeconds(1));
        assertFalse(access.toString().contains("secret"));
        assertEquals("password=secret", access.properties().getProperty("sasl.jaas.config"));
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

package io.cradle.testkit.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
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
                assertEquals(Set.of("a"), admin.listTopics().names().get());
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

    private static int port(EmbeddedBroker broker) {
        String servers = broker.bootstrapServers();
        return Integer.parseInt(servers.substring(servers.indexOf(':') + 1));
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}

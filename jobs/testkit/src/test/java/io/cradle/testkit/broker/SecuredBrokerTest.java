package io.cradle.testkit.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SecuredBrokerTest {

    @Test
    void letsInWhoItKnowsAndLetsThemDoNothing() throws Exception {
        Path directory;
        try (SecuredBroker broker = SecuredBroker.start("certified")) {
            directory = broker.directory();
            create(broker.adminClient());
            broker.addUser("someone", "a password");
            mayNotDescribe(broker.passwordClient("someone", "a password"));
            mayNotDescribe(broker.certificateClient(broker.certified("certified")));
            assertInstanceOf(
                    SaslAuthenticationException.class, failure(broker.passwordClient("someone", "another password")));
            assertInstanceOf(
                    SslAuthenticationException.class,
                    failure(broker.certificateClient(Identity.create("stranger", directory, "a password"))));
            assertTrue(
                    broker.asked().stream()
                            .anyMatch(asked -> asked.principal().equals("User:certified")
                                    && asked.resource().equals("t")
                                    && asked.operation() == AclOperation.DESCRIBE
                                    && !asked.allowed()),
                    () -> broker.asked().toString());
        }
        assertFalse(Files.exists(directory), directory::toString);
    }

    private static void create(Map<String, String> client) throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(client))) {
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get();
            assertEquals(Set.of("t"), admin.listTopics().names().get());
        }
    }

    private static void mayNotDescribe(Map<String, String> client) throws Exception {
        assertInstanceOf(TopicAuthorizationException.class, failure(client));
        try (Admin admin = Admin.create(new HashMap<>(client))) {
            assertEquals(Set.of(), admin.listTopics().names().get());
        }
    }

    private static Throwable failure(Map<String, String> client) {
        try (Admin admin = Admin.create(new HashMap<>(client))) {
            return assertThrows(ExecutionException.class, () -> admin.describeTopics(List.of("t"))
                            .allTopicNames()
                            .get())
                    .getCause();
        }
    }
}

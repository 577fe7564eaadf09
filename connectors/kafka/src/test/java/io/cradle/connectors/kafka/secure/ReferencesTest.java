package io.cradle.connectors.kafka.secure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.kafka.KafkaAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferencesTest {
    @TempDir
    Path directory;

    @Test
    void areLookedUpByTheClientOnly() throws IOException {
        Path file = Files.writeString(directory.resolve("secrets.properties"), "store=of a file\n");
        Files.writeString(directory.resolve("trust"), "of a directory");
        KafkaAccess access = new KafkaAccess(
                Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:1",
                        "ssl.keystore.password",
                        "${file:" + file + ":store}",
                        "ssl.truststore.password",
                        "${directory:" + directory + ":trust}",
                        "ssl.key.password",
                        "${env:PATH}"),
                KafkaAccess.DEFAULT_ANSWER_WITHIN);
        Properties shipped = access.properties();
        assertFalse(shipped.toString().contains("of a"), shipped::toString);
        Map<String, Object> client = new HashMap<>();
        shipped.forEach((name, value) -> client.put((String) name, value));
        client.put("key.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        client.put("value.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        ConsumerConfig looked = new ConsumerConfig(client);
        assertEquals(new Password("of a file"), looked.getPassword("ssl.keystore.password"));
        assertEquals(new Password("of a directory"), looked.getPassword("ssl.truststore.password"));
        assertEquals(new Password(System.getenv("PATH")), looked.getPassword("ssl.key.password"));
    }

    @Test
    void aReferenceToNothingIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("secrets.properties"), "other=x\n");
        String reference = "${file:" + file + ":store}";
        assertEquals(Optional.of("ssl.keystore.password=" + reference), dangling(reference));
        assertEquals(Optional.empty(), dangling("${file:" + file + ":other}"));
        assertEquals(Optional.empty(), dangling("no reference"));
        String message = assertThrows(ConfigException.class, () -> dangling("${file:/no/such:x}"))
                .getMessage();
        assertTrue(message.contains("/no/such"), message);
    }

    @Test
    void whoeverChoosesProvidersKeepsThem() {
        assertEquals(Map.of(), References.providers(Map.of("a", "${file:/x:y}", "config.providers", "vault")));
        assertEquals(Map.of(), References.providers(Map.of("a", "b")));
    }

    private static Optional<String> dangling(String value) {
        Map<String, String> client = new HashMap<>(Map.of("bootstrap.servers", "127.0.0.1:1"));
        client.put("ssl.keystore.password", value);
        client.putAll(References.providers(client));
        return References.dangling(client);
    }
}

package io.cradle.connectors.kafka.secure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaintextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1:9092", "localhost:9092", "127.9.9.9:1", "[::1]:9092", "127.0.0.1:1, localhost:2"})
    void staysOnThisMachine(String servers) {
        assertEquals(Optional.empty(), objection("PLAINTEXT", servers));
        assertEquals(Optional.empty(), objection("SASL_PLAINTEXT", servers));
    }

    @ParameterizedTest
    @CsvSource({
        "PLAINTEXT, 192.0.2.1:9092",
        "SASL_PLAINTEXT, 192.0.2.1:9092",
        "sasl_plaintext, 192.0.2.1:9092",
        "${env:PROTOCOL}, 192.0.2.1:9092",
        "PLAINTEXT, [2001:db8::1]:9092",
        "PLAINTEXT, no-such-host.invalid:9092",
    })
    void leavesThisMachine(String protocol, String server) {
        String sentence = objection(protocol, "127.0.0.1:9092," + server).orElseThrow();
        assertTrue(sentence.contains("broker " + server + " is not on this machine"), sentence);
        assertTrue(sentence.contains("security.protocol is " + protocol), sentence);
        assertTrue(sentence.contains("--allow-plaintext"), sentence);
        assertTrue(sentence.contains("security.allow-plaintext=true"), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSL", "SASL_SSL", "sasl_ssl"})
    void encryptedGoesAnywhere(String protocol) {
        assertEquals(Optional.empty(), objection(protocol, "192.0.2.1:9092"));
    }

    @Test
    void withoutAProtocolClientsDoNotEncrypt() {
        Map<String, String> client = Map.of("bootstrap.servers", "192.0.2.1:9092");
        assertTrue(Plaintext.ON_LOOPBACK.objection(client).orElseThrow().startsWith("security.protocol is PLAINTEXT"));
        assertEquals(Optional.empty(), Plaintext.ANYWHERE.objection(client));
    }

    private static Optional<String> objection(String protocol, String servers) {
        return Plaintext.ON_LOOPBACK.objection(Map.of("security.protocol", protocol, "bootstrap.servers", servers));
    }
}

package io.cradle.cli.secured;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.kafka.secure.SecretProperties;
import org.apache.flink.configuration.GlobalConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why Cradle does not rely on what Flink hides: these are secrets, and the documentation says which are shown. */
class FlinkRedactionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssl.keystore.key",
                "sasl.oauthbearer.assertion.private.key.passphrase",
                "s3.access-key",
                "our.credential"
            })
    void flinkShows(String key) {
        assertFalse(GlobalConfiguration.isSensitive(key));
        assertTrue(SecretProperties.isSecret(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.sasl.jaas.config",
                "ssl.key.password",
                "s3.secret-key",
                "security.ssl.internal.keystore-password"
            })
    void flinkHides(String key) {
        assertTrue(GlobalConfiguration.isSensitive(key));
        assertTrue(SecretProperties.isSecret(key));
    }
}

package io.cradle.connectors.kafka.secure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretPropertiesTest {
    private static final String MODULE = "org.apache.kafka.common.security.scram.ScramLoginModule required ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssl.key.password",
                "ssl.keystore.password",
                "ssl.keystore.key",
                "ssl.truststore.password",
                "sasl.jaas.config",
                "sasl.oauthbearer.client.credentials.client.secret",
                "custom.login.apiKey",
                "custom.Passphrase"
            })
    void areKnown(String property) {
        assertTrue(SecretProperties.isSecret(property));
        assertEquals(Optional.of(property), SecretProperties.writtenOut(Map.of(property, "letmein")));
        assertEquals(Optional.empty(), SecretProperties.writtenOut(Map.of(property, "${file:/a/b:c}")));
        assertEquals(Optional.of(property), SecretProperties.writtenOut(Map.of(property, "letmein${file:/a/b:c}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bootstrap.servers",
                "security.protocol",
                "ssl.keystore.location",
                "sasl.mechanism",
                "sasl.oauthbearer.token.endpoint.url",
                "key.serializer"
            })
    void areNotSeenEverywhere(String property) {
        assertFalse(SecretProperties.isSecret(property));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MODULE + "username=\"job\" password=\"${file:/a/b:c}\";",
                MODULE + "username=job password=\"${env:P}\" ;",
                "com.sun.security.auth.module.Krb5LoginModule required useKeyTab=true storeKey=true"
                        + " keyTab=\"/etc/job.keytab\" principal=\"job@X\";",
                "${file:/a/b:c}"
            })
    void aLoginMayNameItsUser(String login) {
        assertEquals(Optional.empty(), SecretProperties.writtenOut(Map.of("sasl.jaas.config", login)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MODULE + "username=\"job\" password=\"letmein\";",
                MODULE + "username=\"job\" password=letmein;",
                MODULE + "username=\"job\" password=\"${env:P}\" somethingOfOurs=\"letmein\";",
                MODULE + "username=\"job\" password=\"${env:P}\" letmein;",
                MODULE + "username=\"job\" password=\"let\\\"mein\";",
                "letmein"
            })
    void aLoginMustNotHoldItsPassword(String login) {
        assertEquals(Optional.of("sasl.jaas.config"), SecretProperties.writtenOut(Map.of("sasl.jaas.config", login)));
    }

    @Test
    void anEmptySecretIsNone() {
        assertEquals(Optional.empty(), SecretProperties.writtenOut(Map.of("ssl.key.password", " ")));
    }
}

package io.cradle.rollup.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.rollup.RollupEnvironment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings travel with the job, so no secret may be among them. */
class SecretSettingsTest {
    private static final String SECRET = "let-me-in";

    @ParameterizedTest
    @CsvSource({
        "kafka.ssl.key.password, let-me-in",
        "kafka.sasl.jaas.config, M required password=\"let-me-in\";",
        "kafka.ssl.keystore.key, let-me-in",
        "kafka.our.own.token, let-me-in",
        "checkpoint.directory, s3://user:let-me-in@bucket/checkpoints",
        "kafka.sasl.oauthbearer.token.endpoint.url, https://user:let-me-in@host/token"
    })
    void aSecretThatIsWrittenOutIsRefusedAndNotRepeated(String key, String value) {
        String sentence = assertThrows(SettingException.class, () -> Settings.of(Map.of(key, value)))
                .getMessage();
        assertTrue(sentence.contains("setting " + key), sentence);
        assertFalse(sentence.contains(SECRET), sentence);
    }

    @Test
    void aReferenceIsNot() {
        String reference = "${file:/run/secrets/cradle.properties:key}";
        Settings settings = Settings.of(Map.of("kafka.ssl.key.password", reference));
        assertEquals(reference, settings.kafkaClient().get("ssl.key.password"));
    }

    @Test
    void addressesWithoutPasswordsAreFine() {
        String directory = "s3://bucket/a:b@c";
        assertEquals(
                directory,
                Settings.of(Map.of("checkpoint.directory", directory)).get(Options.CHECKPOINT_DIRECTORY));
    }

    /** Flink shows its configuration, and hides only what the names of keys give away. */
    @Test
    void flinkIsToldNothingAboutKafka() {
        Settings settings = Settings.of(Map.of("kafka.ssl.keystore.location", "/a/store", "kafka.any", "thing"));
        assertFalse(
                RollupEnvironment.configuration(settings).toMap().toString().contains("kafka"),
                () -> RollupEnvironment.configuration(settings).toString());
    }
}

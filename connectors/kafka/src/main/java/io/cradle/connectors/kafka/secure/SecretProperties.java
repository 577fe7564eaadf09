package io.cradle.connectors.kafka.secure;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;

/** Which client properties are secrets, and whether they are written out or referred to. */
public final class SecretProperties {
    /** For properties that Kafka does not know, such as those of login modules of a company's own. */
    private static final Pattern TELLING_NAME = Pattern.compile(
            "password|passphrase|secret|credential|token|jaas\\.config|(private|api|access)[.-]?key",
            Pattern.CASE_INSENSITIVE);

    private static final String JAAS = "sasl.jaas.config";
    private static final Map<String, ConfigDef.Type> KNOWN = known();

    private SecretProperties() {}

    /** Whether a property's value must never be seen. */
    public static boolean isSecret(String property) {
        ConfigDef.Type type = KNOWN.get(property);
        return type == null ? TELLING_NAME.matcher(property).find() : type == ConfigDef.Type.PASSWORD;
    }

    /** The first property whose secret is written out rather than referred to; empty where none is. */
    public static Optional<String> writtenOut(Map<String, String> client) {
        return new TreeMap<>(client)
                .entrySet().stream()
                        .filter(property -> isWrittenOut(property.getKey(), property.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    private static boolean isWrittenOut(String property, String value) {
        if (!isSecret(property) || value.isBlank() || References.isOnly(value)) {
            return false;
        }
        return !property.equals(JAAS) || LoginText.holdsSecret(value);
    }

    private static Map<String, ConfigDef.Type> known() {
        Map<String, ConfigDef.Type> types = new TreeMap<>();
        Stream.of(AdminClientConfig.configDef(), ConsumerConfig.configDef(), ProducerConfig.configDef())
                .forEach(definition ->
                        definition.configKeys().forEach((name, property) -> types.put(name, property.type())));
        return types;
    }
}

package io.cradle.connectors.kafka;

import io.cradle.connectors.kafka.secure.Plaintext;
import io.cradle.connectors.kafka.secure.References;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How to reach a Kafka cluster. Refuses to exist where everything would cross a network unencrypted and nobody has said
 * that it may.
 *
 * @param client properties that every client gets: {@code bootstrap.servers} and, where needed, security settings, whose
 *     secrets may be references
 * @param answerWithin how long to wait for an answer before giving up
 * @param plaintext where connections may be unencrypted
 */
public record KafkaAccess(Map<String, String> client, Duration answerWithin, Plaintext plaintext)
        implements Serializable {
    public static final Duration DEFAULT_ANSWER_WITHIN = Duration.ofSeconds(10);

    private static final String BOOTSTRAP = "bootstrap.servers";

    public KafkaAccess {
        client = Map.copyOf(client);
        if (client.getOrDefault(BOOTSTRAP, "").isBlank()) {
            throw new KafkaDoorException(BOOTSTRAP + " is not set: name at least one broker, such as 127.0.0.1:9092");
        }
        if (answerWithin.isNegative() || answerWithin.isZero()) {
            throw new KafkaDoorException("the time to wait for Kafka is " + answerWithin + ", must be more than zero");
        }
        plaintext.objection(client).ifPresent(sentence -> {
            throw new KafkaDoorException(sentence);
        });
    }

    /** Access that is encrypted, or stays on this machine. */
    public KafkaAccess(Map<String, String> client, Duration answerWithin) {
        this(client, answerWithin, Plaintext.ON_LOOPBACK);
    }

    /** Access without security, as on loopback, with the default patience. */
    public static KafkaAccess of(String bootstrapServers) {
        return new KafkaAccess(Map.of(BOOTSTRAP, bootstrapServers), DEFAULT_ANSWER_WITHIN);
    }

    /** The same cluster with other patience. */
    public KafkaAccess answeringWithin(Duration patience) {
        return new KafkaAccess(client, patience, plaintext);
    }

    public String bootstrapServers() {
        return client.get(BOOTSTRAP);
    }

    /** The client properties; a new object every time. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.putAll(new TreeMap<>(client));
        properties.putAll(References.providers(client));
        return properties;
    }

    /** The client properties for calls that must be answered within {@link #answerWithin}. */
    public Properties boundedProperties() {
        Properties properties = properties();
        String millis = Long.toString(answerWithin.toMillis());
        properties.setProperty("request.timeout.ms", millis);
        properties.setProperty("default.api.timeout.ms", millis);
        return properties;
    }

    /**
     * Waits until one of the brokers accepts a connection. A client that is created before that fills the log with
     * warnings, and its error does not say what is wrong.
     *
     * @throws KafkaDoorException if none does within {@link #answerWithin}
     */
    public void requireAnswer() {
        BrokerProbe.await(bootstrapServers(), answerWithin);
    }

    /**
     * Makes sure that every reference to a secret leads somewhere: a client would send the reference itself instead.
     *
     * @throws KafkaDoorException if one does not; the message names the property and the reference
     */
    public void requireSecrets() {
        Map<String, String> resolvable = new TreeMap<>(client);
        resolvable.putAll(References.providers(client));
        References.dangling(resolvable).ifPresent(property -> {
            throw new KafkaDoorException("nothing is found for " + property
                    + ": write the secret where the reference points to, or point it to where the secret is");
        });
    }

    /** Names the brokers only: the properties may hold secrets. */
    @Override
    public String toString() {
        return "Kafka at " + bootstrapServers();
    }
}

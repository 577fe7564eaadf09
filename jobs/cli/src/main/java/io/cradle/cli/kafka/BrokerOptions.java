package io.cradle.cli.kafka;

import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.secure.Plaintext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options that say where a cluster is and how to reach it. */
public final class BrokerOptions {
    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT[,...]",
            required = true,
            description = "Kafka brokers to ask first.")
    private String bootstrapServers;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties for the Kafka clients, such as security settings; a secret may be a reference:"
                    + " $${file:/path:key}, $${env:NAME}.")
    private Path config;

    @Option(
            names = "--allow-plaintext",
            description = "Allow unencrypted connections to brokers on other machines; for private networks only.")
    private boolean allowPlaintext;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long to wait for an answer of the cluster (default: ${DEFAULT-VALUE}).")
    private int waitSeconds;

    /** Access to the cluster; nothing is connected yet. */
    public KafkaAccess access() {
        Map<String, String> client = new HashMap<>();
        if (config != null) {
            client.putAll(PropertiesFile.read("client properties", config));
        }
        client.put("bootstrap.servers", bootstrapServers);
        return new KafkaAccess(
                client, Duration.ofSeconds(waitSeconds), allowPlaintext ? Plaintext.ANYWHERE : Plaintext.ON_LOOPBACK);
    }

    /** The brokers as they were given. */
    String bootstrapServers() {
        return bootstrapServers;
    }
}

package io.cradle.rollup.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The compose file is whole: what it names is there, at the right versions, bounded, and on loopback only. */
class ComposeTest {
    private static final Set<String> NO_SETTINGS_OF_A_BROKER = Set.of("KAFKA_HEAP_OPTS", "KAFKA_OPTS");

    private JsonNode compose;

    @BeforeEach
    void read() throws IOException {
        compose = ShippedFiles.yaml(ShippedFiles.file("docker/compose.yaml"));
    }

    @Test
    void portsAreOnLoopback() {
        services((name, service) -> ShippedFiles.elements(service.path("ports"))
                .forEach(port -> assertTrue(port.asText().matches("127\\.0\\.0\\.1:\\d+:\\d+"), name + ": " + port)));
    }

    @Test
    void everythingIsBoundedAndStartsAgain() {
        services((name, service) -> {
            assertTrue(service.path("mem_limit").asText().matches("\\d+[mg]"), name + " has a limit of memory");
            assertTrue(
                    Set.of("unless-stopped", "on-failure")
                            .contains(service.path("restart").asText()),
                    name + " starts again");
        });
    }

    @Test
    void whatServicesNameIsThere() {
        services((name, service) -> {
            ShippedFiles.elements(service.path("volumes")).forEach(volume -> mounted(name, volume.asText()));
            ShippedFiles.elements(service.path("networks"))
                    .forEach(network -> assertTrue(compose.path("networks").has(network.asText()), name));
            if (service.has("build")) {
                Path context =
                        Path.of("docker", service.path("build").path("context").asText());
                ShippedFiles.file(
                        context.resolve(service.path("build").path("dockerfile").asText())
                                .normalize()
                                .toString());
            }
            for (String needed : ShippedFiles.names(service.path("depends_on"))) {
                JsonNode other = compose.path("services").path(needed);
                assertTrue(other.isObject(), name + " depends on " + needed);
                boolean healthy = service.path("depends_on")
                        .path(needed)
                        .path("condition")
                        .asText()
                        .equals("service_healthy");
                assertTrue(!healthy || other.has("healthcheck"), needed + " is never healthy");
            }
        });
    }

    private void mounted(String service, String volume) {
        String source = volume.split(":")[0];
        if (source.startsWith("./")) {
            ShippedFiles.file("docker/" + source.substring(2));
        } else {
            assertTrue(compose.path("volumes").has(source), service + " mounts " + source);
        }
    }

    @Test
    void imagesArePinnedToWhatIsBuilt() throws IOException {
        Set<String> images = new TreeSet<>();
        services((name, service) -> images.add(service.path("image").asText()));
        images.removeIf(image -> image.matches("prom/prometheus:v\\d+\\.\\d+\\.\\d+"));
        assertEquals(
                Set.of(
                        "apache/kafka:" + ShippedFiles.built("kafka.version"),
                        "cradle/cli:" + ShippedFiles.version(),
                        "cradle/flink:" + ShippedFiles.version()),
                images);
    }

    @Test
    void settingsOfTheJobFitTheCluster() {
        Settings settings = Settings.load(ShippedFiles.file("docker/compose.properties"));
        assertTrue(settings.get(Options.CHECKPOINT_DIRECTORY).startsWith("file:///var/lib/cradle/"));
        for (String broker : settings.get(Options.BOOTSTRAP).split(",")) {
            assertTrue(compose.path("services").has(broker.split(":")[0]), broker);
        }
        int taskManagers = compose.path("services")
                .path("taskmanager")
                .path("deploy")
                .path("replicas")
                .asInt();
        assertTrue(settings.get(Options.PARALLELISM) <= 2 * taskManagers, "two slots each");
    }

    @Test
    void theSettingsForAnywhereElseLoadToo() {
        Settings.load(ShippedFiles.file("docker/rollup.properties"));
    }

    @Test
    void brokersTakeTheirSettings() throws IOException {
        for (int node = 1; node <= 3; node++) {
            Properties settings = ShippedFiles.properties("docker/kafka/server.properties");
            JsonNode environment =
                    compose.path("services").path("broker-" + node).path("environment");
            for (String variable : ShippedFiles.names(environment)) {
                if (variable.startsWith("KAFKA_") && !NO_SETTINGS_OF_A_BROKER.contains(variable)) {
                    // As the image does it.
                    String setting =
                            variable.substring(6).toLowerCase(Locale.ROOT).replace('_', '.');
                    settings.setProperty(setting, environment.path(variable).asText());
                }
            }
            Set<Object> unknown = new TreeSet<>(settings.keySet());
            unknown.removeAll(KafkaConfig.configDef().names());
            assertEquals(Set.of(), unknown, "settings that Kafka does not know");
            KafkaConfig broker = KafkaConfig.fromProps(settings);
            assertEquals(node, broker.brokerId());
            assertEquals(3, broker.quorumConfig().voters().size());
        }
    }

    private void services(BiConsumer<String, JsonNode> check) {
        compose.path("services").fields().forEachRemaining(entry -> check.accept(entry.getKey(), entry.getValue()));
    }
}

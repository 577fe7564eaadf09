package io.cradle.rollup.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.cradle.rollup.RollupJob;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.jobmanager.HighAvailabilityMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The FlinkDeployment is one that the operator takes, and configures Flink as the image does. */
class FlinkDeploymentTest {
    /** The fields of a FlinkDeployment, as far as one is used here. */
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "", Set.of("apiVersion", "kind", "metadata", "spec"),
            "/spec",
                    Set.of(
                            "image",
                            "imagePullPolicy",
                            "flinkVersion",
                            "serviceAccount",
                            "flinkConfiguration",
                            "jobManager",
                            "taskManager",
                            "podTemplate",
                            "job"),
            "/spec/jobManager", Set.of("replicas", "resource"),
            "/spec/jobManager/resource", Set.of("cpu", "memory"),
            "/spec/taskManager", Set.of("resource"),
            "/spec/taskManager/resource", Set.of("cpu", "memory"),
            "/spec/job",
                    Set.of(
                            "jarURI",
                            "entryClass",
                            "args",
                            "parallelism",
                            "upgradeMode",
                            "allowNonRestoredState",
                            "state"));

    /** The operator decides these. */
    private static final Set<String> FORBIDDEN =
            Set.of("kubernetes.namespace", "kubernetes.cluster-id", "high-availability.cluster-id");

    /** Options of Flink on Kubernetes, which is not on the class path. */
    private static final Set<String> OF_KUBERNETES = Set.of("kubernetes.rest-service.exposed.type");

    /** What pods have resources for, and what the operator opens to the cluster. */
    private static final Set<String> NOT_IN_A_POD =
            Set.of("jobmanager.memory.process.size", "taskmanager.memory.process.size", "rest.bind-address");

    private JsonNode deployment;
    private JsonNode spec;

    @BeforeEach
    void read() throws IOException {
        deployment = ShippedFiles.yaml(ShippedFiles.file("docker/kubernetes/flink-deployment.yaml"));
        spec = deployment.path("spec");
    }

    @Test
    void itHasTheFieldsOfAFlinkDeployment() {
        assertEquals("flink.apache.org/v1beta1", deployment.path("apiVersion").asText());
        assertEquals("FlinkDeployment", deployment.path("kind").asText());
        assertTrue(deployment.at("/metadata/name").asText().matches("[a-z]([-a-z\\d]{0,43}[a-z\\d])?"));
        FIELDS.forEach((place, known) -> ShippedFiles.names(deployment.at(place))
                .forEach(field -> assertTrue(known.contains(field), () -> place + " has no " + field)));
        assertTrue(spec.at("/jobManager/resource/cpu").isNumber());
        assertTrue(spec.at("/taskManager/resource/memory").asText().matches("\\d+[mg]"));
    }

    @Test
    void versionsAreThoseOfTheBuild() throws IOException {
        String[] flink = ShippedFiles.built("flink.version").split("\\.");
        assertEquals("v" + flink[0] + "_" + flink[1], spec.path("flinkVersion").asText());
        assertTrue(spec.path("image").asText().endsWith("/cradle/flink:" + ShippedFiles.version()));
        assertEquals(
                "local:///opt/flink/usrlib/cradle-rollup-" + ShippedFiles.version() + "-job.jar",
                spec.at("/job/jarURI").asText());
        assertEquals(RollupJob.class.getName(), spec.at("/job/entryClass").asText());
    }

    @Test
    void upgradesGoThroughSavepointsAndFailuresThroughHighAvailability() {
        Configuration flink = configuration();
        assertEquals("savepoint", spec.at("/job/upgradeMode").asText());
        assertFalse(spec.at("/job/allowNonRestoredState").asBoolean());
        assertTrue(HighAvailabilityMode.isHighAvailabilityModeActivated(flink));
        for (String directory : List.of(
                "high-availability.storageDir",
                "execution.checkpointing.dir",
                "execution.checkpointing.savepoint-dir")) {
            assertTrue(flink.getString(directory, "").contains(":///"), directory);
        }
    }

    @Test
    void flinkIsConfiguredAsInTheImage() {
        Map<String, String> image = new TreeMap<>(GlobalConfiguration.loadConfiguration(
                        ShippedFiles.file("docker/flink").toString())
                .toMap());
        image.keySet().removeAll(NOT_IN_A_POD);
        Map<String, String> here = new TreeMap<>(configuration().toMap());
        here.keySet().retainAll(image.keySet());
        assertEquals(image, here);
    }

    @Test
    void everyKeyIsKnown() {
        Configuration flink = configuration();
        Set<String> forbidden = new TreeSet<>(flink.keySet());
        forbidden.retainAll(FORBIDDEN);
        assertEquals(Set.of(), forbidden);
        OF_KUBERNETES.forEach(flink::removeKey);
        assertEquals(List.of(), FlinkOptions.complaints(flink));
    }

    @Test
    void mountsHaveVolumesAndSecretsAreReferredTo() {
        JsonNode pod = spec.at("/podTemplate/spec");
        Set<String> volumes = new TreeSet<>();
        pod.path("volumes").forEach(volume -> volumes.add(volume.path("name").asText()));
        JsonNode container = pod.path("containers").get(0);
        assertEquals("flink-main-container", container.path("name").asText());
        Set<String> mounts = new TreeSet<>();
        container
                .path("volumeMounts")
                .forEach(mount -> mounts.add(mount.path("name").asText()));
        assertEquals(volumes, mounts);
        assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean());
        assertEquals(
                "/etc/cradle/rollup.properties",
                spec.at("/job/args/1").asText(),
                "the settings are where they are mounted");
        assertEquals(
                spec.at("/job/args/1"), container.path("volumeMounts").get(1).path("mountPath"));
    }

    private Configuration configuration() {
        Configuration flink = new Configuration();
        for (String key : ShippedFiles.names(spec.path("flinkConfiguration"))) {
            JsonNode value = spec.path("flinkConfiguration").path(key);
            assertTrue(value.isTextual(), () -> key + " is no text, which older operators refuse");
            flink.setString(key, value.asText());
        }
        return flink;
    }
}

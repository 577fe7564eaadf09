package io.cradle.testkit.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlinkMemoryTest {

    @Test
    void flinksToolIsToldWhatGoesOverTheShippedConfiguration() {
        List<String> command = FlinkMemory.command(
                new ClusterHome(Path.of("/checkout")),
                "GET_TM_RESOURCE_PARAMS",
                List.of("taskmanager.memory.process.size=1536m", "a=b"));
        assertEquals(
                List.of(
                        "GET_TM_RESOURCE_PARAMS",
                        "--configDir",
                        "/checkout/docker/flink",
                        "-D",
                        "taskmanager.memory.process.size=1536m",
                        "-D",
                        "a=b"),
                command.subList(command.indexOf("GET_TM_RESOURCE_PARAMS"), command.size()));
    }
}

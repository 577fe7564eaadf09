package io.cradle.rollup.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.junit.jupiter.api.Test;

/** Flink takes the shipped configuration as it was meant. */
class FlinkConfigurationTest {
    private final Configuration shipped = GlobalConfiguration.loadConfiguration(
            ShippedFiles.file("docker/flink").toString());

    @Test
    void everyKeyIsKnownAndEveryValueParses() {
        assertFalse(shipped.keySet().isEmpty());
        assertEquals(List.of(), FlinkOptions.complaints(shipped));
    }

    @Test
    void aKeyThatFlinkWouldIgnoreIsNoticed() {
        Configuration misspelt = new Configuration();
        misspelt.setString("web.submit.enabled", "false");
        misspelt.setString("heartbeat.timeout", "soon");
        assertEquals(2, FlinkOptions.complaints(misspelt).size(), () -> FlinkOptions.complaints(misspelt)
                .toString());
    }

    @Test
    void nothingIsSubmittedOrCancelledThroughHttp() {
        assertFalse(shipped.get(WebOptions.SUBMIT_ENABLE));
        assertFalse(shipped.get(WebOptions.CANCEL_ENABLE));
        assertFalse(shipped.get(WebOptions.RESCALE_ENABLE));
        assertEquals("127.0.0.1", shipped.get(RestOptions.BIND_ADDRESS));
    }

    @Test
    void memoryAddsUp() {
        JobManagerProcessUtils.processSpecFromConfig(shipped);
        TaskExecutorProcessUtils.processSpecFromConfig(shipped);
    }
}

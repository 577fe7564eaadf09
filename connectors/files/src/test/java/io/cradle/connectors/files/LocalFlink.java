package io.cradle.connectors.files;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A cluster in this JVM, strict where the product is: no generic types, objects are reused. */
public final class LocalFlink {
    private LocalFlink() {}

    public static StreamExecutionEnvironment job(int parallelism) {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        return StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
    }
}

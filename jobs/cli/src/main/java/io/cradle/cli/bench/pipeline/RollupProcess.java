package io.cradle.cli.bench.pipeline;

import io.cradle.cli.job.LocalCluster;
import io.cradle.cli.job.LocalJob;
import io.cradle.rollup.KafkaRollup;
import io.cradle.rollup.RollupEnvironment;
import io.cradle.rollup.config.Settings;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job in a process of its own, from the beginning of the log until its input is closed; then it stops with a
 * savepoint. Arguments: settings file, directory for the savepoint.
 */
final class RollupProcess {
    private RollupProcess() {}

    public static void main(String[] args) throws Exception {
        Settings settings = Settings.load(Path.of(args[0]));
        try (LocalCluster cluster = LocalCluster.start(PipelineSetup.PARALLELISM, LocalCluster.ANY_PORT)) {
            StreamExecutionEnvironment env = cluster.environment(RollupEnvironment.configuration(settings));
            KafkaRollup.define(env, settings);
            LocalJob job = cluster.submit(env, "bench pipeline");
            System.out.println("started");
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            orders.readLine();
            System.out.println(
                    "savepoint " + job.stopWithSavepoint(Path.of(args[1]).toUri()));
        }
        System.exit(0);
    }
}

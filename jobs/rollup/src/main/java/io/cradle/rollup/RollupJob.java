package io.cradle.rollup;

import io.cradle.connectors.kafka.KafkaDoorException;
import io.cradle.rollup.config.SettingException;
import io.cradle.rollup.config.Settings;
import java.nio.file.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Main class of the shaded jar: {@code flink run cradle-rollup-0.1.0-job.jar --config FILE}. */
public final class RollupJob {
    private RollupJob() {}

    public static void main(String[] args) throws Exception {
        if (args.length != 2 || !args[0].equals("--config")) {
            System.err.println("usage: flink run cradle-rollup-0.1.0-job.jar --config FILE");
            System.exit(2);
        }
        try {
            Settings settings = Settings.load(Path.of(args[1]));
            StreamExecutionEnvironment env =
                    StreamExecutionEnvironment.getExecutionEnvironment(RollupEnvironment.configuration(settings));
            RollupEnvironment.requireLastingCheckpoints(env.getConfiguration());
            KafkaRollup.define(env, settings);
            env.execute("cradle rollup");
        } catch (SettingException | KafkaDoorException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}

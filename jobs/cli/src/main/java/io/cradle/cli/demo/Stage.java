package io.cradle.cli.demo;

import io.cradle.cli.job.LocalCluster;
import io.cradle.cli.job.LocalJob;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.connectors.kafka.topics.TopicAdmin;
import io.cradle.connectors.kafka.topics.TopicSettings;
import io.cradle.rollup.KafkaRollup;
import io.cradle.rollup.RollupEnvironment;
import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import io.cradle.testkit.broker.EmbeddedBroker;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What the demonstration plays on: a broker with its topics and the job, all in this process. */
final class Stage implements AutoCloseable {
    private static final int PARTITIONS = 2;

    private final LocalCluster cluster;
    private final EmbeddedBroker broker;
    private final TopicSchemas schemas;
    private final LocalJob job;

    private Stage(LocalCluster cluster, EmbeddedBroker broker, TopicSchemas schemas, LocalJob job) {
        this.cluster = cluster;
        this.broker = broker;
        this.schemas = schemas;
        this.job = job;
    }

    /**
     * Sets everything up; whatever fails on the way leaves nothing behind.
     *
     * @param settings of the job, without brokers
     * @param port of the broker, or {@link LocalCluster#ANY_PORT}
     * @param webPort of Flink's page, or {@link LocalCluster#ANY_PORT}
     */
    static Stage set(Settings settings, int port, int webPort) {
        // The cluster first: a port that is taken is known at once.
        LocalCluster cluster = LocalCluster.start(settings.get(Options.PARALLELISM), webPort);
        EmbeddedBroker broker = null;
        try {
            broker = port == LocalCluster.ANY_PORT ? EmbeddedBroker.start() : EmbeddedBroker.start(port);
            KafkaAccess access = KafkaAccess.of(broker.bootstrapServers());
            TopicAdmin.create(access, new TopicSettings(PARTITIONS, PARTITIONS, (short) 1, TopicSettings.UNLIMITED));
            Settings here = settings.with(Options.BOOTSTRAP, broker.bootstrapServers());
            Configuration flink = RollupEnvironment.configuration(here);
            // A failure is shown, not tried again.
            flink.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
            StreamExecutionEnvironment env = cluster.environment(flink);
            KafkaRollup.define(env, here);
            return new Stage(cluster, broker, new TopicSchemas(access), cluster.submit(env, "cradle demo"));
        } catch (RuntimeException e) {
            cluster.close();
            if (broker != null) {
                broker.close();
            }
            throw e;
        }
    }

    KafkaAccess access() {
        return KafkaAccess.of(broker.bootstrapServers());
    }

    TopicSchemas schemas() {
        return schemas;
    }

    LocalJob job() {
        return job;
    }

    String webAddress() {
        return cluster.url();
    }

    @Override
    public void close() {
        try (broker;
                cluster;
                schemas) {
            job.cancel();
        }
    }
}

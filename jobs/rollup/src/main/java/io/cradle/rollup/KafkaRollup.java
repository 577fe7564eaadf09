package io.cradle.rollup;

import io.cradle.connectors.kafka.AppendTimeWatermarks;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.KafkaDoor;
import io.cradle.connectors.kafka.KafkaSinkSettings;
import io.cradle.connectors.kafka.KafkaSourceSettings;
import io.cradle.connectors.kafka.acl.JobPermissions;
import io.cradle.connectors.kafka.acl.Role;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.connectors.kafka.secure.Plaintext;
import io.cradle.connectors.kafka.ticker.Ticker;
import io.cradle.connectors.kafka.ticker.TickerSettings;
import io.cradle.connectors.kafka.topics.TopicAdmin;
import io.cradle.connectors.kafka.topics.TopicSettings;
import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import io.cradle.schemas.wire.LogRecord;
import java.time.Duration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job with its doors to Kafka. */
public final class KafkaRollup {
    private KafkaRollup() {}

    /**
     * Draws the job into an environment, after making sure that the topics are what the promises need.
     *
     * @throws io.cradle.connectors.kafka.KafkaDoorException if they are not, or no broker answers
     */
    public static void define(StreamExecutionEnvironment env, Settings settings) {
        KafkaAccess access = access(settings);
        JobPermissions.require(access, role(settings));
        TopicSettings defaults = TopicSettings.defaults();
        TopicAdmin.requireUsable(
                access,
                new TopicSettings(
                        defaults.inputPartitions(),
                        defaults.outputPartitions(),
                        defaults.replicationFactor(),
                        settings.get(Options.AUDIT_HORIZON_MS)));
        int parallelism = settings.get(Options.PARALLELISM);
        KafkaDoor.requireParallelism(parallelism, access);
        env.setParallelism(parallelism);
        TopicSchemas schemas = new TopicSchemas(access);
        DataStream<LogRecord> inputLog = env.fromSource(
                        KafkaDoor.source(new KafkaSourceSettings(access, settings.get(Options.GROUP))),
                        AppendTimeWatermarks.strategy(settings.get(Options.ALIGNMENT)),
                        "input log")
                .uid(Uids.SOURCE);
        RollupTopology.build(inputLog, schemas, settings)
                .sinkTo(KafkaDoor.sink(sink(access, settings)))
                .uid(Uids.SINK)
                .name("output topics");
        Ticker.attach(env, new TickerSettings(access, Math.max(1, settings.epochMs() / 2)));
    }

    /** What the job is to Kafka, and so what it must be granted. */
    public static Role.Job role(Settings settings) {
        Role.Job.Delivery delivery = settings.get(Options.DELIVERY) == Options.Delivery.EXACTLY_ONCE
                ? new Role.Job.ExactlyOnce(settings.get(Options.TRANSACTIONAL_PREFIX))
                : new Role.Job.AtLeastOnce();
        return new Role.Job(settings.get(Options.GROUP), delivery);
    }

    private static KafkaAccess access(Settings settings) {
        return new KafkaAccess(
                settings.kafkaClient(),
                KafkaAccess.DEFAULT_ANSWER_WITHIN,
                settings.get(Options.ALLOW_PLAINTEXT) ? Plaintext.ANYWHERE : Plaintext.ON_LOOPBACK);
    }

    private static KafkaSinkSettings sink(KafkaAccess access, Settings settings) {
        if (settings.get(Options.DELIVERY) == Options.Delivery.AT_LEAST_ONCE) {
            return KafkaSinkSettings.atLeastOnce(access);
        }
        Duration timeout = settings.transactionTimeout();
        KafkaDoor.requireTransactionTimeout(timeout, access);
        return KafkaSinkSettings.exactlyOnce(access, settings.get(Options.TRANSACTIONAL_PREFIX), timeout);
    }
}

package io.cradle.connectors.kafka.ticker;

import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.KafkaDoor;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Appends ticks to every partition of every input topic, as a pipeline of the job beside the others:
 *
 * <pre>
 * rounds, one per interval ─▶ a tick for every partition ─▶ input topics
 * </pre>
 *
 * The clock of this machine decides when ticks are sent and nothing else; the time of a tick is its append time. A
 * tick that is sent twice or late does no harm.
 */
public final class Ticker {
    /** Under this name the brokers know the ticker, for quotas and logs. */
    public static final String CLIENT_ID = "cradle-ticker";

    public static final String ROUNDS_UID = "ticker-rounds";
    public static final String PARTITIONS_UID = "ticker-partitions";
    public static final String SINK_UID = "ticker-sink";

    private Ticker() {}

    /**
     * Adds the ticker to a job. The partitions are asked for here, once, like those of the source.
     *
     * @throws io.cradle.connectors.kafka.KafkaDoorException if no broker answers in time, or an input topic is missing
     */
    public static void attach(StreamExecutionEnvironment env, TickerSettings settings) {
        env.fromSource(rounds(settings.intervalMs()), WatermarkStrategy.noWatermarks(), "ticker: rounds")
                .uid(ROUNDS_UID)
                .setParallelism(1)
                .flatMap(new TickEveryPartition(KafkaDoor.inputPartitions(settings.access())))
                .returns(TypeInformation.of(Tick.class))
                .uid(PARTITIONS_UID)
                .name("ticker: every partition")
                .setParallelism(1)
                .sinkTo(sink(settings.access()))
                .uid(SINK_UID)
                .name("ticker: input topics")
                .setParallelism(1);
    }

    private static DataGeneratorSource<Long> rounds(long intervalMs) {
        RateLimiterStrategy<?> pace = parallelism -> new EveryInterval<>(intervalMs, System::nanoTime);
        return new DataGeneratorSource<>(round -> round, Long.MAX_VALUE, pace, Types.LONG);
    }

    private static KafkaSink<Tick> sink(KafkaAccess access) {
        Properties properties = access.properties();
        properties.setProperty("client.id", CLIENT_ID);
        properties.setProperty("linger.ms", "0");
        properties.setProperty("acks", "all");
        return KafkaSink.<Tick>builder()
                .setBootstrapServers(access.bootstrapServers())
                .setKafkaProducerConfig(properties)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new TickSerializer())
                .build();
    }
}

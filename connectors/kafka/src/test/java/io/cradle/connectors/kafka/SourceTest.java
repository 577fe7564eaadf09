package io.cradle.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.kafka.ticker.Ticker;
import io.cradle.connectors.kafka.ticker.TickerSettings;
import io.cradle.connectors.kafka.topics.TopicAdmin;
import io.cradle.connectors.kafka.topics.TopicSettings;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.testkit.broker.EmbeddedBroker;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The input log as the job sees it: source, watermarks and ticker against a real broker. */
class SourceTest {
    private static final int PARTITIONS = 2;
    private static final BlockingQueue<Long> TIMES_PASSED = new LinkedBlockingQueue<>();

    private EmbeddedBroker broker;
    private KafkaAccess access;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start();
        access = KafkaAccess.of(broker.bootstrapServers());
        TopicAdmin.create(access, new TopicSettings(PARTITIONS, 1, (short) 1, TopicSettings.UNLIMITED));
        TIMES_PASSED.clear();
        Watch.SEEN.clear();
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void ticksCarryTimePastARecordThatOnlyOnePartitionGot() throws Exception {
        StreamExecutionEnvironment env = LocalJob.environment(2);
        Ticker.attach(env, new TickerSettings(access, 50));
        DataStream<LogRecord> log = log(env);
        log.filter(record -> !record.tick())
                .uid("records")
                .keyBy(record -> record.topic().topicName())
                .process(new TellWhenTimeHasPassed())
                .uid("times")
                .sinkTo(new DiscardingSink<>())
                .uid("nowhere");
        watch(log);
        try (LocalJob job = LocalJob.start(env);
                RecordPublisher publisher = RecordPublisher.open(access, SchemaCatalog.bundled())) {
            publisher.publish(record("a/b"));
            publisher.flush();
            long passed = job.next(TIMES_PASSED);
            publisher.publish(record("a/b"));
            publisher.flush();
            assertTrue(job.next(TIMES_PASSED) > passed);
            everyPartitionGetsTicks(job);
        }
    }

    private static void everyPartitionGetsTicks(LocalJob job) throws Exception {
        Set<String> ticked = new HashSet<>();
        while (ticked.size() < PARTITIONS * InputTopic.values().length) {
            LogRecord record = job.next(Watch.SEEN).record();
            if (record.tick()) {
                ticked.add(record.topic() + "-" + record.partition());
            } else {
                assertEquals(InputTopic.METER_READINGS, record.topic());
            }
        }
    }

    @Test
    void aSilentPartitionHoldsTimeBack() throws Exception {
        StreamExecutionEnvironment env = LocalJob.environment(1);
        // Aligned, the source would soon stop reading ahead of the silent partitions.
        watch(log(env, AppendTimeWatermarks.unaligned()));
        try (LocalJob job = LocalJob.start(env);
                RecordPublisher publisher = RecordPublisher.open(access, SchemaCatalog.bundled())) {
            for (int i = 0; i < 20; i++) {
                // One after the other: several watermark intervals pass in between.
                publisher.publish(record("a/b"));
                publisher.flush();
                long watermark = job.next(Watch.SEEN).watermark();
                assertTrue(watermark <= 0, watermark + " is not before every record");
            }
        }
    }

    @Test
    void recordsArriveAsTheyStandInTheLog() throws Exception {
        try (RecordPublisher publisher = RecordPublisher.open(access, SchemaCatalog.bundled())) {
            publisher.publish(record("a/b"));
            publisher.delete(InputTopic.METER_READINGS, "a/b");
        }
        StreamExecutionEnvironment env = LocalJob.environment(1);
        watch(env.fromSource(
                        KafkaDoor.sourceUntilNow(KafkaSourceSettings.of(access)),
                        AppendTimeWatermarks.unaligned(),
                        "log")
                .uid("log"));
        try (LocalJob job = LocalJob.start(env)) {
            LogRecord first = job.next(Watch.SEEN).record();
            LogRecord second = job.next(Watch.SEEN).record();
            assertEquals(InputTopic.METER_READINGS, first.topic());
            assertEquals("a/b", new String(first.key(), UTF_8));
            assertEquals(42, first.value()[0]);
            assertEquals(first.partition(), second.partition());
            assertEquals(first.offset() + 1, second.offset());
            assertEquals(null, second.value());
            assertTrue(second.appendTimeMs() >= first.appendTimeMs());
            job.awaitEnd();
        }
        assertEquals(Set.of(), Set.copyOf(Watch.SEEN));
    }

    @Test
    void aSubtaskWithoutPartitionsIsRefused() {
        assertDoesNotThrow(() -> KafkaDoor.requireParallelism(PARTITIONS, access));
        String message = assertThrows(KafkaDoorException.class, () -> KafkaDoor.requireParallelism(3, access))
                .getMessage();
        assertEquals(
                "the source's parallelism is 3, but no input topic at " + broker.bootstrapServers()
                        + " has more than 2 partitions: lower the parallelism to 2 or less",
                message);
        assertEquals(PARTITIONS, KafkaDoor.inputPartitions(access).get("emission-factors"));
    }

    private DataStream<LogRecord> log(StreamExecutionEnvironment env) {
        return log(env, AppendTimeWatermarks.strategy(Duration.ofMinutes(10)));
    }

    private DataStream<LogRecord> log(StreamExecutionEnvironment env, WatermarkStrategy<LogRecord> times) {
        return env.fromSource(KafkaDoor.source(KafkaSourceSettings.of(access)), times, "log")
                .uid("log");
    }

    private static void watch(DataStream<LogRecord> log) {
        log.process(new Watch()).uid("watch").sinkTo(new DiscardingSink<>()).uid("watched");
    }

    private static LogRecord record(String key) {
        return LogRecord.of(InputTopic.METER_READINGS, 0, 0, 0, RecordKey.bytes(key), new byte[] {42});
    }

    private static final class TellWhenTimeHasPassed extends KeyedProcessFunction<String, LogRecord, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(LogRecord record, Context context, Collector<Long> out) {
            assertEquals(record.appendTimeMs(), context.timestamp());
            context.timerService().registerEventTimeTimer(record.appendTimeMs());
        }

        @Override
        public void onTimer(long timeMs, OnTimerContext context, Collector<Long> out) {
            TIMES_PASSED.add(timeMs);
        }
    }
}

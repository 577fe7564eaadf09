package io.cradle.connectors.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.RelativeClock;
import org.apache.flink.util.clock.SystemClock;
import org.junit.jupiter.api.Test;

class AppendTimeWatermarksTest {
    private final List<Long> watermarks = new ArrayList<>();
    private final WatermarkOutput output = new WatermarkOutput() {
        @Override
        public void emitWatermark(Watermark watermark) {
            watermarks.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
            throw new AssertionError("a partition is never idle");
        }

        @Override
        public void markActive() {
            throw new AssertionError("a partition is never idle");
        }
    };

    @Test
    void standsOneMillisecondBeforeTheLargestAppendTime() {
        WatermarkGenerator<LogRecord> generator = generator();
        event(generator, 1_000);
        event(generator, 900);
        assertEquals(List.of(), watermarks);
        generator.onPeriodicEmit(output);
        event(generator, 1_001);
        generator.onPeriodicEmit(output);
        assertEquals(List.of(999L, 1_000L), watermarks);
    }

    /** Alignment pauses the others only for a partition that has said where it stands. */
    @Test
    void standsBeforeEverythingWhereNothingWasRead() {
        generator().onPeriodicEmit(output);
        assertEquals(List.of(0L), watermarks);
    }

    @Test
    void theTimeOfARecordIsItsAppendTime() {
        LogRecord record = LogRecord.tick(InputTopic.METER_READINGS, 0, 0, 77);
        assertEquals(
                77,
                AppendTimeWatermarks.strategy(Duration.ofMinutes(10))
                        .createTimestampAssigner(UnregisteredMetricsGroup::new)
                        .extractTimestamp(record, 5));
    }

    private void event(WatermarkGenerator<LogRecord> generator, long timeMs) {
        generator.onEvent(LogRecord.tick(InputTopic.METER_READINGS, 0, 0, timeMs), timeMs, output);
    }

    private static WatermarkGenerator<LogRecord> generator() {
        return AppendTimeWatermarks.unaligned().createWatermarkGenerator(new WatermarkGeneratorSupplier.Context() {
            @Override
            public MetricGroup getMetricGroup() {
                return new UnregisteredMetricsGroup();
            }

            @Override
            public RelativeClock getInputActivityClock() {
                return SystemClock.getInstance();
            }
        });
    }
}

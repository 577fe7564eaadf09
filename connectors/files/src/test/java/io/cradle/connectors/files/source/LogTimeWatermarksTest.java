package io.cradle.connectors.files.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class LogTimeWatermarksTest {
    private final List<Long> sent = new ArrayList<>();
    private final WatermarkOutput output = new WatermarkOutput() {
        @Override
        public void emitWatermark(Watermark watermark) {
            sent.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
            sent.add(Long.MIN_VALUE);
        }

        @Override
        public void markActive() {
            sent.add(Long.MAX_VALUE);
        }
    };

    @Test
    void growWithTheLogTimeAndWithNothingElse() {
        LogTimeWatermarks watermarks = new LogTimeWatermarks();
        for (long time : new long[] {1000, 1000, 1200, 1100, 1501}) {
            watermarks.onEvent(LogRecord.tick(InputTopic.METER_READINGS, 0, 0, time), 7, output);
            watermarks.onPeriodicEmit(output);
        }
        assertEquals(List.of(999L, 1199L, 1500L), sent);
    }
}

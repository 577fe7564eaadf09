package io.cradle.connectors.files.source;

import io.cradle.schemas.wire.LogRecord;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** On each record, never by a clock: the log alone cuts the epochs. */
final class LogTimeWatermarks implements WatermarkGenerator<LogRecord> {
    private long largestMs = Long.MIN_VALUE;

    @Override
    public void onEvent(LogRecord record, long timestamp, WatermarkOutput output) {
        if (record.appendTimeMs() > largestMs) {
            largestMs = record.appendTimeMs();
            output.emitWatermark(new Watermark(largestMs - 1));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // Time that passes here says nothing about the log.
    }
}

package io.cradle.connectors.kafka;

import io.cradle.schemas.wire.LogRecord;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * The watermark of a partition: the largest append time seen in it, less 1 ms, because more records of that
 * millisecond may follow. There is no clock and no idleness: a silent partition holds the watermark until a tick
 * arrives in it. One of which nothing was read yet stands at {@link #BEFORE_ALL_MS}, which is before every record: were it
 * to say nothing, alignment would not know of it, and the other partitions would be read to their ends into state.
 */
public final class AppendTimeWatermarks implements WatermarkGenerator<LogRecord> {
    public static final String ALIGNMENT_GROUP = "cradle-input";

    /** A replay cannot run faster than one drift per update, hence much shorter than the default of one second. */
    private static final Duration ALIGNMENT_UPDATE = Duration.ofMillis(200);

    /** Append times are times of a broker's clock, so none lies before 1970. */
    private static final long BEFORE_ALL_MS = 0;

    private long largestMs = BEFORE_ALL_MS + 1;

    private AppendTimeWatermarks() {}

    /**
     * Time stamps and watermarks of the input log.
     *
     * @param drift how far the partitions may drift apart, in log time: those further ahead of the slowest one are
     *     paused, so that a backlog does not fill the state
     */
    public static WatermarkStrategy<LogRecord> strategy(Duration drift) {
        return unaligned().withWatermarkAlignment(ALIGNMENT_GROUP, drift, ALIGNMENT_UPDATE);
    }

    /** The same without alignment, for sources that cannot pause, such as files. */
    public static WatermarkStrategy<LogRecord> unaligned() {
        return WatermarkStrategy.<LogRecord>forGenerator(context -> new AppendTimeWatermarks())
                .withTimestampAssigner((record, ignored) -> record.appendTimeMs());
    }

    @Override
    public void onEvent(LogRecord record, long timestampMs, WatermarkOutput output) {
        largestMs = Math.max(largestMs, timestampMs);
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.emitWatermark(new Watermark(largestMs - 1));
    }
}

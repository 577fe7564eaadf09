package io.cradle.connectors.kafka;

import io.cradle.schemas.wire.LogRecord;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Shows to the test what passes by. The cluster is in this JVM, so one queue serves all subtasks. */
final class Watch extends ProcessFunction<LogRecord, Long> {
    static final BlockingQueue<Seen> SEEN = new LinkedBlockingQueue<>();

    private static final long serialVersionUID = 1L;

    /** A record as it passed by, and the watermark at that moment. */
    record Seen(LogRecord record, long watermark) {}

    @Override
    public void processElement(LogRecord record, Context context, Collector<Long> out) {
        SEEN.add(new Seen(record, context.timerService().currentWatermark()));
    }
}

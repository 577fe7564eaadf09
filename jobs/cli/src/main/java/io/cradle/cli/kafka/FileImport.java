package io.cradle.cli.kafka;

import io.cradle.cli.terminal.StatusLine;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.files.input.EpochGrid;
import io.cradle.connectors.files.input.InputDirectory;
import io.cradle.connectors.files.input.LogFileReader;
import io.cradle.connectors.kafka.RecordPublisher;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One import: what was sent of each file, and what could not be. */
final class FileImport {
    private static final int RECORDS_PER_DRAWING = 2_000;

    private final InputDirectory input;
    private final Surroundings surroundings;
    private final Map<InputTopic, Long> sent = new EnumMap<>(InputTopic.class);
    private final Instant began;
    private long refused;
    private boolean stopped;

    FileImport(InputDirectory input, Surroundings surroundings) {
        this.input = input;
        this.surroundings = surroundings;
        this.began = surroundings.clock().instant();
    }

    /** Sends every record and waits until the broker has them all. */
    void publish(RecordPublisher publisher, StatusLine status) {
        FramedForCluster framed = new FramedForCluster(publisher);
        long read = 0;
        try (LogFileReader reader = LogFileReader.open(input, new EpochGrid(0, 1))) {
            while (reader.hasNext() && !stopped) {
                take(reader.next(), framed);
                if (++read % RECORDS_PER_DRAWING == 0) {
                    status.draw("importing", reader.bytesRead(), input.totalBytes());
                    stopped = surroundings.stop().isGiven();
                }
            }
        }
        publisher.flush();
    }

    /** Whether every row became a record of the log. */
    boolean isComplete() {
        return refused == 0 && !stopped;
    }

    List<String> summary(String cluster) {
        List<String> lines = new ArrayList<>();
        input.rows()
                .forEach((topic, rows) -> lines.add(String.format(
                        "%s: %d rows, %d records sent",
                        input.fileNames().get(topic.topicName()), rows, sent.getOrDefault(topic, 0L))));
        input.ignored().forEach(name -> lines.add(name + ": left alone, it is no topic's file"));
        if (refused > 0) {
            lines.add(refused + (refused == 1 ? " record was" : " records were") + " not sent, see above");
        }
        if (stopped) {
            lines.add("stopped before the end of the files");
        }
        long total = sent.values().stream().mapToLong(Long::longValue).sum();
        Duration took = Duration.between(began, surroundings.clock().instant());
        lines.add(String.format("%d records sent to %s in %.1f s", total, cluster, took.toMillis() / 1000.0));
        return lines;
    }

    private void take(LogRecord record, FramedForCluster framed) {
        if (record.fault() == null) {
            framed.publish(record);
            sent.merge(record.topic(), 1L, Long::sum);
            return;
        }
        refused++;
        surroundings
                .terminal()
                .complain(input.fileNames().get(record.topic().topicName()) + ":" + record.offset() + ": "
                        + record.fault().reason() + ": " + record.fault().detail());
    }
}

package io.cradle.rollup.emit;

import io.cradle.core.Position;
import io.cradle.schemas.AppliedPosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The highest offset applied of every partition, in one epoch. Partitions are few and records many. */
public final class AppliedPositions {
    private static final class Highest {
        private final String topic;
        private final int partition;
        private long offset;

        private Highest(String topic, int partition, long offset) {
            this.topic = topic;
            this.partition = partition;
            this.offset = offset;
        }

        private boolean isOf(String ofTopic, int ofPartition) {
            return partition == ofPartition && topic.equals(ofTopic);
        }
    }

    private final List<Highest> highest = new ArrayList<>();
    private Highest last;

    /** Notes that a record was applied. */
    public void add(Position position) {
        add(position.topic(), position.partition(), position.offset());
    }

    /** Notes that a record was applied. */
    public void add(String topic, int partition, long offset) {
        if (last == null || !last.isOf(topic, partition)) {
            last = find(topic, partition, offset);
        }
        last.offset = Math.max(last.offset, offset);
    }

    private Highest find(String topic, int partition, long offset) {
        for (Highest known : highest) {
            if (known.isOf(topic, partition)) {
                return known;
            }
        }
        Highest added = new Highest(topic, partition, offset);
        highest.add(added);
        return added;
    }

    /** All of them, by topic and partition. */
    List<AppliedPosition> inOrder() {
        return highest.stream()
                .sorted(Comparator.comparing(applied -> applied.topic + "/" + applied.partition))
                .map(applied -> new AppliedPosition(applied.topic, applied.partition, applied.offset))
                .toList();
    }
}

package io.cradle.core;

/**
 * Where a record stands in the log; the natural order is the order within one key.
 *
 * @param logTimeMs log time, ms since the epoch
 * @param topic name of the input topic
 */
public record Position(long logTimeMs, String topic, int partition, long offset) implements Comparable<Position> {
    @Override
    public int compareTo(Position other) {
        int byTime = Long.compare(logTimeMs, other.logTimeMs);
        if (byTime != 0) {
            return byTime;
        }
        int byTopic = topic.compareTo(other.topic);
        if (byTopic != 0) {
            return byTopic;
        }
        int byPartition = Integer.compare(partition, other.partition);
        return byPartition != 0 ? byPartition : Long.compare(offset, other.offset);
    }
}

package io.cradle.rollup.intake;

import io.cradle.schemas.wire.InputTopic;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The highest append time so far of each partition, which is the log time of its next record at least. */
final class LogTimes {
    private static final long NONE = Long.MIN_VALUE;

    private final long[][] highest = new long[InputTopic.values().length][0];

    /** The log time of a record: its append time, or the highest before it in its partition. */
    long raise(InputTopic topic, int partition, long appendTimeMs) {
        long[] ofTopic = highest[topic.ordinal()];
        if (partition >= ofTopic.length) {
            ofTopic = Arrays.copyOf(ofTopic, partition + 1);
            Arrays.fill(ofTopic, highest[topic.ordinal()].length, ofTopic.length, NONE);
            highest[topic.ordinal()] = ofTopic;
        }
        ofTopic[partition] = Math.max(ofTopic[partition], appendTimeMs);
        return ofTopic[partition];
    }

    /** Raises what stands under a name that {@link #byName} gave. */
    void raise(String name, long logTimeMs) {
        int slash = name.lastIndexOf('/');
        InputTopic topic = InputTopic.ofName(name.substring(0, slash)).orElseThrow();
        raise(topic, Integer.parseInt(name.substring(slash + 1)), logTimeMs);
    }

    /** Everything noted, by topic/partition. */
    Map<String, Long> byName() {
        Map<String, Long> named = new HashMap<>();
        for (InputTopic topic : InputTopic.values()) {
            long[] ofTopic = highest[topic.ordinal()];
            for (int partition = 0; partition < ofTopic.length; partition++) {
                if (ofTopic[partition] != NONE) {
                    named.put(topic.topicName() + "/" + partition, ofTopic[partition]);
                }
            }
        }
        return named;
    }
}

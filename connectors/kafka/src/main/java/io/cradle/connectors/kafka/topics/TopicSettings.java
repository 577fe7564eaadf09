package io.cradle.connectors.kafka.topics;

import io.cradle.connectors.kafka.KafkaDoorException;

/**
 * What an operator may choose about the topics.
 *
 * @param inputPartitions partitions of each input topic, at least 1: the limit of the job's parallelism
 * @param outputPartitions partitions of each output topic, at least 1
 * @param replicationFactor copies of each partition, at least 1
 * @param auditRetentionMs how long inputs are kept, ms; -1 = without limit. Figures older than this cannot be
 *     recomputed
 */
public record TopicSettings(int inputPartitions, int outputPartitions, short replicationFactor, long auditRetentionMs) {
    public static final long UNLIMITED = -1;

    public TopicSettings {
        requirePositive("input partitions", inputPartitions);
        requirePositive("output partitions", outputPartitions);
        requirePositive("replication factor", replicationFactor);
        if (auditRetentionMs != UNLIMITED && auditRetentionMs <= 0) {
            throw new KafkaDoorException(
                    "audit retention is " + auditRetentionMs + " ms, must be more than 0, or -1 for no limit");
        }
    }

    public static TopicSettings defaults() {
        return new TopicSettings(4, 4, (short) 1, UNLIMITED);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new KafkaDoorException(name + " is " + value + ", must be at least 1");
        }
    }
}

package io.cradle.connectors.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** The partitions of a topic, for readers that take all of them without a consumer group. */
final class TopicPartitions {
    private TopicPartitions() {}

    /**
     * All partitions.
     *
     * @throws KafkaDoorException if the topic does not exist
     */
    static List<TopicPartition> of(String topic, Consumer<?, ?> consumer, KafkaAccess access) {
        List<PartitionInfo> partitions = consumer.partitionsFor(topic);
        if (partitions.isEmpty()) {
            throw new KafkaDoorException("topic " + topic + " does not exist at " + access.bootstrapServers()
                    + ": run `cradle topics create`");
        }
        return partitions.stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }
}

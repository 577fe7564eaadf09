package io.cradle.connectors.kafka.topics;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic as it should be.
 *
 * @param name the topic's name
 * @param role what it is to the job
 * @param partitions how many partitions
 * @param replicationFactor how many copies of each
 * @param config the settings that matter; any other is the broker's business
 */
public record TopicDefinition(
        String name, Role role, int partitions, short replicationFactor, Map<String, String> config) {

    /** What a topic is to the job. */
    public enum Role {
        INPUT,
        OUTPUT,
        SCHEMAS
    }

    public TopicDefinition {
        config = Map.copyOf(config);
    }

    NewTopic toNewTopic() {
        return new NewTopic(name, partitions, replicationFactor).configs(config);
    }
}

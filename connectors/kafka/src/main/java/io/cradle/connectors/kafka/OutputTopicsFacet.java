package io.cradle.connectors.kafka;

import io.cradle.schemas.wire.OutputTopic;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetIdentifier;

/**
 * Tells the sink to which topics it may write, so that it finds transactions there that an earlier run left open. The
 * client properties that the sink hands over for lineage reports are dropped: they may hold secrets.
 */
final class OutputTopicsFacet implements KafkaDatasetFacet {
    private static final List<String> TOPICS =
            Arrays.stream(OutputTopic.values()).map(OutputTopic::topicName).toList();

    @Override
    public Properties getProperties() {
        return new Properties();
    }

    @Override
    public KafkaDatasetIdentifier getTopicIdentifier() {
        return DefaultKafkaDatasetIdentifier.ofTopics(TOPICS);
    }

    @Override
    public void setProperties(Properties properties) {
        // Dropped, see above.
    }

    @Override
    public String name() {
        return "output-topics";
    }
}

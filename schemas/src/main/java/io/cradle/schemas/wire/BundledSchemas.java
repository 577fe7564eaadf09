package io.cradle.schemas.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** The schemas of this build, numbered in the order of the topics, inputs first. */
public final class BundledSchemas implements SchemaCatalog {
    private static final long serialVersionUID = 1L;
    private static final Map<String, Schema> BY_TOPIC = byTopic();
    private static final List<String> TOPICS = new ArrayList<>(BY_TOPIC.keySet());

    /** Every topic with the schema of its values, inputs first. */
    public static Map<String, Schema> byTopic() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        for (InputTopic topic : InputTopic.values()) {
            schemas.put(topic.topicName(), topic.schema());
        }
        for (OutputTopic topic : OutputTopic.values()) {
            schemas.put(topic.topicName(), topic.schema());
        }
        return schemas;
    }

    @Override
    public Optional<Schema> schema(int id) {
        return id < 1 || id > TOPICS.size() ? Optional.empty() : Optional.of(BY_TOPIC.get(TOPICS.get(id - 1)));
    }

    @Override
    public int id(String topicName) {
        int index = TOPICS.indexOf(topicName);
        if (index < 0) {
            throw new IllegalStateException("no schema for topic " + topicName);
        }
        return index + 1;
    }
}

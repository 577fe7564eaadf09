package io.cradle.schemas.golden;

import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.StateSchemas;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * What a version promises to those who read and write with it.
 *
 * @param version its name
 * @param schemas the schema of every record, by kind and name, such as {@code inputs/MeterReading}
 * @param topics the record of every topic and, for inputs, the key of its example, by the topic's name
 */
record Contract(String version, Map<String, Schema> schemas, Map<String, String> topics) {
    static final String INPUTS = "inputs";
    static final String OUTPUTS = "outputs";
    static final String STATE = "state";

    /** The contract of this build. */
    static Contract current() throws IOException {
        Map<String, Schema> schemas = new TreeMap<>();
        Map<String, String> topics = new TreeMap<>();
        for (InputTopic topic : InputTopic.values()) {
            schemas.put(INPUTS + "/" + topic.schema().getName(), topic.schema());
            topics.put(
                    topic.topicName(),
                    topic.schema().getFullName() + " "
                            + RecordKey.of(
                                    topic,
                                    Encoded.ofClass(
                                            Encoded.onWire(Example.of(topic.schema())),
                                            topic.schema(),
                                            topic.schema())));
        }
        for (OutputTopic topic : OutputTopic.values()) {
            schemas.put(OUTPUTS + "/" + topic.schema().getName(), topic.schema());
            topics.put(topic.topicName(), topic.schema().getFullName());
        }
        StateSchemas.current().forEach(schema -> schemas.put(STATE + "/" + schema.getName(), schema));
        return new Contract("this build", schemas, topics);
    }
}

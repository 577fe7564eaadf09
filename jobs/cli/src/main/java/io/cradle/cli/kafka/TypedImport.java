package io.cradle.cli.kafka;

import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.RecordPublisher;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.schemas.wire.InputTopic;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Publishes records that are judged already. */
public final class TypedImport {
    private TypedImport() {}

    /** Publishes all of them to one topic; they are acknowledged when it returns. */
    public static void send(KafkaAccess access, InputTopic topic, List<? extends SpecificRecord> records) {
        try (TopicSchemas schemas = new TopicSchemas(access);
                RecordPublisher publisher = RecordPublisher.open(access, schemas)) {
            records.forEach(record -> publisher.publish(topic, record));
            publisher.flush();
        }
    }
}

package io.cradle.connectors.kafka.schemas;

import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.schemas.wire.BundledSchemas;
import io.cradle.schemas.wire.SchemaCatalog;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * The schemas registered in a cluster. Reads the topic of schemas on first use, and again when an id is unknown and
 * something was appended since. Holds one connection from first use until {@link #close}; a closed catalog opens again
 * on its next use. Every method throws {@code KafkaDoorException} where the topic cannot be read: an id that cannot be
 * looked up is not an unknown one.
 */
public final class TopicSchemas implements SchemaCatalog, AutoCloseable {
    private static final long serialVersionUID = 1L;

    private final KafkaAccess access;
    private transient SchemaLog log;

    public TopicSchemas(KafkaAccess access) {
        this.access = access;
    }

    @Override
    public synchronized Optional<Schema> schema(int id) {
        Optional<Schema> known = opened().entries().schema(id);
        return known.isEmpty() && log.refresh() ? log.entries().schema(id) : known;
    }

    @Override
    public synchronized int id(String topicName) {
        Schema schema = BundledSchemas.byTopic().get(topicName);
        if (schema == null) {
            throw new IllegalStateException("no schema for topic " + topicName);
        }
        Optional<RegisteredSchema> known = find(topicName, schema);
        if (known.isEmpty() && log.refresh()) {
            known = find(topicName, schema);
        }
        return known.map(RegisteredSchema::id)
                .orElseThrow(() -> new IllegalStateException("the schema of topic " + topicName
                        + " is not registered at " + access.bootstrapServers() + " under "
                        + SchemaTopic.subject(topicName) + ": run `cradle topics create`"));
    }

    @Override
    public synchronized void close() {
        if (log != null) {
            log.close();
            log = null;
        }
    }

    private Optional<RegisteredSchema> find(String topicName, Schema schema) {
        return opened().entries().find(SchemaTopic.subject(topicName), schema);
    }

    private SchemaLog opened() {
        if (log == null) {
            log = SchemaLog.open(access);
        }
        return log;
    }
}

package io.cradle.schemas.wire;

import java.io.Serializable;
import java.util.Optional;
import org.apache.avro.Schema;

/** Which schema an id on the wire stands for, and which id this build writes for a schema. */
public interface SchemaCatalog extends Serializable {

    /** The schema with this id, or empty where nobody has registered it. */
    Optional<Schema> schema(int id);

    /**
     * The id under which this build writes a topic's records.
     *
     * @throws IllegalStateException if the schema is not registered; the message says how to register it
     */
    int id(String topicName);

    /** The ids of a log without a registry: the topics in the order in which they are declared, from 1. */
    static SchemaCatalog bundled() {
        return new BundledSchemas();
    }
}

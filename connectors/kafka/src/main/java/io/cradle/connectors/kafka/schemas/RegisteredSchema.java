package io.cradle.connectors.kafka.schemas;

/**
 * A version of a subject.
 *
 * @param subject the topic's name followed by {@code -value}
 * @param version from 1, without gaps unless versions were deleted
 * @param id stands for the schema on the wire; equal schemas share one
 * @param schema the schema as JSON
 * @param deleted whether it is hidden; its id still stands for the schema
 */
record RegisteredSchema(String subject, int version, int id, String schema, boolean deleted) {

    RegisteredSchema asDeleted() {
        return new RegisteredSchema(subject, version, id, schema, true);
    }
}

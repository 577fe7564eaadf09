package io.cradle.connectors.kafka.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * One record of the topic of schemas. Registries recognise a version by the bytes of its key, so the order of the
 * fields matters.
 */
sealed interface SchemaEntry {
    ObjectMapper JSON = new ObjectMapper();

    /** A version was registered, or marked as deleted. */
    record Registered(RegisteredSchema schema, boolean avro) implements SchemaEntry {}

    /** A version was removed for good. */
    record Removed(String subject, int version) implements SchemaEntry {}

    /** All versions of a subject up to one were marked as deleted. */
    record SubjectDeleted(String subject, int upToVersion) implements SchemaEntry {}

    /** Anything else: settings, leader elections, subjects of other contexts, which number their ids apart. */
    record Other() implements SchemaEntry {}

    static SchemaEntry parse(byte[] key, byte[] value) {
        try {
            JsonNode keyNode = object(key);
            JsonNode valueNode = object(value);
            String subject = keyNode.path("subject").asText();
            if (subject.startsWith(":.")) {
                return new Other();
            }
            return switch (keyNode.path("keytype").asText()) {
                case "SCHEMA" -> schema(subject, keyNode.path("version").asInt(), valueNode);
                case "DELETE_SUBJECT" ->
                    new SubjectDeleted(subject, valueNode.path("version").asInt());
                default -> new Other();
            };
        } catch (IOException e) {
            // Registries skip what they cannot read, too; what it was meant to register shows up as missing.
            return new Other();
        }
    }

    static byte[] key(RegisteredSchema schema) {
        ObjectNode key = JSON.createObjectNode()
                .put("keytype", "SCHEMA")
                .put("subject", schema.subject())
                .put("version", schema.version())
                .put("magic", 1);
        return bytes(key);
    }

    static byte[] value(RegisteredSchema schema) {
        ObjectNode value = JSON.createObjectNode()
                .put("subject", schema.subject())
                .put("version", schema.version())
                .put("id", schema.id())
                .put("schema", schema.schema())
                .put("deleted", schema.deleted());
        return bytes(value);
    }

    private static SchemaEntry schema(String subject, int version, JsonNode value) {
        if (!value.hasNonNull("id")) {
            return new Removed(subject, version);
        }
        if (!isNumbered(version) || !isNumbered(value.path("id").asInt())) {
            return new Other();
        }
        RegisteredSchema schema = new RegisteredSchema(
                subject,
                version,
                value.path("id").asInt(),
                value.path("schema").asText(),
                value.path("deleted").asBoolean());
        return new Registered(schema, value.path("schemaType").asText("AVRO").equals("AVRO"));
    }

    /** Numbers are from 1 on, and there is one after each. */
    private static boolean isNumbered(int number) {
        return number > 0 && number < Integer.MAX_VALUE;
    }

    private static JsonNode object(byte[] bytes) throws IOException {
        return bytes == null ? JSON.createObjectNode() : JSON.readTree(bytes);
    }

    private static byte[] bytes(ObjectNode node) {
        try {
            return JSON.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("writing JSON to memory failed", e);
        }
    }
}

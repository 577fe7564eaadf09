package io.cradle.connectors.kafka.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The storage format, against records as registries write them. */
class SchemaEntriesTest {
    private static final Schema STRING = Schema.create(Schema.Type.STRING);
    private static final Schema LONG = Schema.create(Schema.Type.LONG);

    private final SchemaEntries entries = new SchemaEntries();

    @Test
    void writesTheBytesThatRegistriesWrite() {
        RegisteredSchema schema = new RegisteredSchema("a-value", 1, 7, "\"string\"", false);
        assertEquals(
                "{\"keytype\":\"SCHEMA\",\"subject\":\"a-value\",\"version\":1,\"magic\":1}",
                new String(SchemaEntry.key(schema), UTF_8));
        assertEquals(
                "{\"subject\":\"a-value\",\"version\":1,\"id\":7,\"schema\":\"\\\"string\\\"\",\"deleted\":false}",
                new String(SchemaEntry.value(schema), UTF_8));
    }

    @Test
    void readsWhatItWrites() {
        RegisteredSchema schema = new RegisteredSchema("a-value", 1, 7, "\"string\"", false);
        entries.apply(SchemaEntry.parse(SchemaEntry.key(schema), SchemaEntry.value(schema)));
        assertEquals(List.of(schema), entries.live("a-value"));
        assertEquals(Optional.of(STRING), entries.schema(7));
    }

    @Test
    void settingsAndNoiseOfARegistryAreNoSchemas() {
        read("{\"keytype\":\"NOOP\",\"magic\":0}", null);
        read("{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}", "{\"compatibilityLevel\":\"NONE\"}");
        read("not json", "{}");
        read(schemaKey(":.other:a-value", 1), schemaValue(":.other:a-value", 1, 99, "\\\"string\\\""));
        assertEquals(List.of(), entries.subjects());
        assertEquals(1, entries.next("a-value", STRING).id());
    }

    /** Avro has no exception of its own for a schema that is the name of another. */
    @Test
    void aSchemaThatNamesAnUnknownOneIsNone() {
        read(schemaKey("a-value", 1), schemaValue("a-value", 1, 3, "\\\"Elsewhere\\\""));
        assertEquals(Optional.empty(), entries.schema(3));
        assertEquals(Optional.empty(), entries.find("a-value", STRING));
    }

    @Test
    void numbersThatNoRegistryGivesAreNoSchemas() {
        read(schemaKey("a-value", Integer.MAX_VALUE), schemaValue("a-value", Integer.MAX_VALUE, 3, "\\\"string\\\""));
        read(schemaKey("a-value", 1), schemaValue("a-value", 1, Integer.MAX_VALUE, "\\\"string\\\""));
        read(schemaKey("a-value", -1), schemaValue("a-value", -1, -1, "\\\"string\\\""));
        assertEquals(List.of(), entries.subjects());
        assertEquals(1, entries.next("a-value", STRING).version());
        assertEquals(1, entries.next("a-value", STRING).id());
    }

    @Test
    void idsOfOtherKindsOfSchemaAreTaken() {
        read(
                schemaKey("p-value", 1),
                "{\"subject\":\"p-value\",\"version\":1,\"id\":5,\"schemaType\":\"PROTOBUF\",\"schema\":\"x\"}");
        assertEquals(Optional.empty(), entries.schema(5));
        assertEquals(6, entries.next("a-value", STRING).id());
    }

    @Test
    void aDeletedVersionIsHiddenButItsIdStillReads() {
        read(schemaKey("a-value", 1), schemaValue("a-value", 1, 3, "\\\"string\\\""));
        read(schemaKey("a-value", 2), schemaValue("a-value", 2, 4, "\\\"long\\\""));
        read(
                "{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"a-value\",\"magic\":0}",
                "{\"subject\":\"a-value\",\"version\":1}");
        assertEquals(
                List.of(2),
                entries.live("a-value").stream().map(RegisteredSchema::version).toList());
        assertEquals(Optional.of(STRING), entries.schema(3));
        assertTrue(entries.find("a-value", STRING).isEmpty());

        RegisteredSchema again = entries.next("a-value", STRING);
        assertEquals(3, again.version());
        assertEquals(3, again.id());
    }

    @Test
    void aTombstoneRemovesAVersion() {
        read(schemaKey("a-value", 1), schemaValue("a-value", 1, 3, "\\\"string\\\""));
        read(schemaKey("a-value", 1), null);
        assertEquals(List.of(), entries.subjects());
        assertEquals(4, entries.next("b-value", LONG).id());
    }

    @Test
    void theFirstRegistrationOfAnIdCounts() {
        read(schemaKey("a-value", 1), schemaValue("a-value", 1, 3, "\\\"string\\\""));
        read(schemaKey("b-value", 1), schemaValue("b-value", 1, 3, "\\\"long\\\""));
        assertEquals(Optional.of(STRING), entries.schema(3));
    }

    private void read(String key, String value) {
        entries.apply(SchemaEntry.parse(key.getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8)));
    }

    private static String schemaKey(String subject, int version) {
        return "{\"keytype\":\"SCHEMA\",\"subject\":\"" + subject + "\",\"version\":" + version + ",\"magic\":1}";
    }

    private static String schemaValue(String subject, int version, int id, String schema) {
        return "{\"subject\":\"" + subject + "\",\"version\":" + version + ",\"id\":" + id + ",\"schema\":\"" + schema
                + "\",\"deleted\":false}";
    }
}

package io.cradle.connectors.kafka.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.KafkaDoorException;
import io.cradle.connectors.kafka.topics.TopicAdmin;
import io.cradle.connectors.kafka.topics.TopicSettings;
import io.cradle.schemas.wire.BundledSchemas;
import io.cradle.testkit.broker.EmbeddedBroker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaTopicTest {
    private static final Schema FIRST =
            SchemaBuilder.record("Thing").fields().requiredString("name").endRecord();
    private static final Schema SECOND = SchemaBuilder.record("Thing")
            .fields()
            .requiredString("name")
            .optionalString("note")
            .endRecord();
    private static final Schema INCOMPATIBLE = SchemaBuilder.record("Thing")
            .fields()
            .requiredString("name")
            .requiredLong("size")
            .endRecord();

    private EmbeddedBroker broker;
    private KafkaAccess access;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start();
        access = KafkaAccess.of(broker.bootstrapServers());
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void idsOfThisBuildResolveBeforeAndAfterASecondRun() {
        TopicAdmin.create(access, TopicSettings.defaults());
        Set<Integer> ids = new HashSet<>();
        try (TopicSchemas schemas = new TopicSchemas(access)) {
            BundledSchemas.byTopic().forEach((topic, schema) -> {
                assertEquals(Optional.of(schema), schemas.schema(schemas.id(topic)), topic);
                ids.add(schemas.id(topic));
            });
        }
        // Both topics of product footprints carry one schema, so they share its id.
        assertEquals(12, ids.size());
        TopicAdmin.create(access, TopicSettings.defaults());
        try (TopicSchemas schemas = new TopicSchemas(access)) {
            BundledSchemas.byTopic().forEach((topic, schema) -> assertTrue(ids.contains(schemas.id(topic)), topic));
        }
    }

    @Test
    void aSchemaRegisteredLaterIsPickedUp() {
        TopicAdmin.create(access, TopicSettings.defaults());
        try (TopicSchemas schemas = new TopicSchemas(access)) {
            assertEquals(Optional.empty(), schemas.schema(13));
            SchemaTopic.register(access, Map.of("things", FIRST));
            assertEquals(Optional.of(FIRST), schemas.schema(13));
            assertEquals(Optional.empty(), schemas.schema(14));
        }
    }

    @Test
    void aNewSchemaIsTheNextVersionUnderANewId() {
        TopicAdmin.create(access, TopicSettings.defaults());
        assertEquals(
                List.of("schema things-value: registered as version 1 with id 13"),
                SchemaTopic.register(access, Map.of("things", FIRST)));
        assertEquals(
                List.of("schema things-value: registered as version 2 with id 14"),
                SchemaTopic.register(access, Map.of("things", SECOND)));
        assertEquals(
                List.of("schema things-value: already registered as version 1 with id 13"),
                SchemaTopic.register(access, Map.of("things", FIRST)));
        assertEquals(List.of(), SchemaTopic.missing(access, Map.of("things", SECOND)));
    }

    @Test
    void anIncompatibleSchemaIsRefused() {
        TopicAdmin.create(access, TopicSettings.defaults());
        SchemaTopic.register(access, Map.of("things", FIRST));
        String message = assertThrows(
                        KafkaDoorException.class, () -> SchemaTopic.register(access, Map.of("things", INCOMPATIBLE)))
                .getMessage();
        assertTrue(message.contains("things-value is not compatible in both directions with version 1"), message);
        assertEquals(
                1, SchemaTopic.missing(access, Map.of("things", INCOMPATIBLE)).size());
    }

    @Test
    void withoutTheTopicTheCatalogSaysWhatToRun() {
        try (TopicSchemas schemas = new TopicSchemas(access)) {
            String message = assertThrows(IllegalStateException.class, () -> schemas.id("meter-readings"))
                    .getMessage();
            assertEquals(
                    "topic _schemas does not exist at " + broker.bootstrapServers() + ": run `cradle topics create`",
                    message);
        }
    }

    @Test
    void aTravelledCatalogConnectsAgain() throws IOException, ClassNotFoundException {
        TopicAdmin.create(access, TopicSettings.defaults());
        try (TopicSchemas here = new TopicSchemas(access)) {
            int id = here.id("meter-readings");
            try (TopicSchemas there = travelled(here)) {
                assertEquals(id, there.id("meter-readings"));
            }
        }
    }

    private static TopicSchemas travelled(TopicSchemas schemas) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(schemas);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (TopicSchemas) in.readObject();
        }
    }
}

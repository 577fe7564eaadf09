package io.cradle.connectors.kafka.schemas;

import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.KafkaDoorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Registers schemas in the topic that schema registries keep theirs in. */
public final class SchemaTopic {
    public static final String NAME = "_schemas";

    private SchemaTopic() {}

    /** The subject under which the schema of a topic's values is registered. */
    public static String subject(String topicName) {
        return topicName + "-value";
    }

    /**
     * Registers the schema of each topic's values; one that is registered already is not registered again.
     *
     * @param byTopic schema by topic name
     * @return one sentence per topic
     * @throws KafkaDoorException if the topic of schemas does not exist, or a schema is not compatible with an earlier
     *     version in both directions; nothing is registered then
     */
    public static List<String> register(KafkaAccess access, Map<String, Schema> byTopic) {
        List<String> report = new ArrayList<>();
        List<RegisteredSchema> added = new ArrayList<>();
        try (SchemaLog log = SchemaLog.open(access)) {
            byTopic.forEach((topic, schema) -> {
                String subject = subject(topic);
                RegisteredSchema known = log.entries().find(subject, schema).orElse(null);
                if (known == null) {
                    requireCompatible(log.entries(), subject, schema);
                    RegisteredSchema next = log.entries().next(subject, schema);
                    log.entries().apply(new SchemaEntry.Registered(next, true));
                    added.add(next);
                    report.add(sentence(next, "registered"));
                } else {
                    report.add(sentence(known, "already registered"));
                }
            });
        }
        if (!added.isEmpty()) {
            append(access, added);
            requireRegistered(access, added);
        }
        return report;
    }

    /** One sentence per topic whose schema is not registered; empty where all are. */
    public static List<String> missing(KafkaAccess access, Map<String, Schema> byTopic) {
        List<String> report = new ArrayList<>();
        try (SchemaLog log = SchemaLog.open(access)) {
            byTopic.forEach((topic, schema) -> {
                if (log.entries().find(subject(topic), schema).isEmpty()) {
                    report.add(
                            "topic " + topic + ": the schema of this build is not registered under " + subject(topic));
                }
            });
        }
        return report;
    }

    private static void requireCompatible(SchemaEntries entries, String subject, Schema schema) {
        for (RegisteredSchema version : entries.live(subject)) {
            Schema earlier = entries.schema(version.id())
                    .orElseThrow(() -> new KafkaDoorException("version " + version.version() + " of " + subject
                            + " is not an Avro schema that this build can read: delete it, or use another cluster"));
            if (!reads(schema, earlier) || !reads(earlier, schema)) {
                throw new KafkaDoorException("the schema of this build for " + subject
                        + " is not compatible in both directions with version " + version.version()
                        + ": fields may only be added or left out, each with a default");
            }
        }
    }

    private static boolean reads(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }

    private static void append(KafkaAccess access, List<RegisteredSchema> schemas) {
        Properties properties = access.boundedProperties();
        String millis = Long.toString(access.answerWithin().toMillis());
        properties.setProperty("acks", "all");
        properties.setProperty("linger.ms", "0");
        properties.setProperty("max.block.ms", millis);
        properties.setProperty("delivery.timeout.ms", millis);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (RegisteredSchema schema : schemas) {
                // One after the other: a failure must not leave a later id without the earlier ones.
                producer.send(new ProducerRecord<>(NAME, 0, SchemaEntry.key(schema), SchemaEntry.value(schema)))
                        .get();
            }
        } catch (ExecutionException | KafkaException e) {
            throw KafkaDoorException.of("registering schemas in topic " + NAME, AclOperation.WRITE, access, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaDoorException("registering schemas in topic " + NAME + ": interrupted", e);
        }
    }

    /** There is no lock on the topic: another writer at the same moment may have taken the same ids. */
    private static void requireRegistered(KafkaAccess access, List<RegisteredSchema> schemas) {
        try (SchemaLog log = SchemaLog.open(access)) {
            for (RegisteredSchema schema : schemas) {
                boolean ours = log.entries().live(schema.subject()).contains(schema)
                        && log.entries()
                                .json(schema.id())
                                .filter(schema.schema()::equals)
                                .isPresent();
                if (!ours) {
                    throw new KafkaDoorException("something else registered schemas in topic " + NAME + " at "
                            + access.bootstrapServers() + " at the same time, and took id " + schema.id()
                            + ": stop it and run `cradle topics create` again");
                }
            }
        }
    }

    private static String sentence(RegisteredSchema schema, String what) {
        return "schema " + schema.subject() + ": " + what + " as version " + schema.version() + " with id "
                + schema.id();
    }
}

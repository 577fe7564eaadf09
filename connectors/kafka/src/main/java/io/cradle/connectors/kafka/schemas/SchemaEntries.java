package io.cradle.connectors.kafka.schemas;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** What the topic of schemas says, folded from its records in order. */
final class SchemaEntries {
    private final NavigableMap<String, NavigableMap<Integer, RegisteredSchema>> bySubject = new TreeMap<>();
    private final Map<Integer, String> byId = new HashMap<>();
    private final Map<Integer, Optional<Schema>> parsed = new HashMap<>();
    private int highestId;

    void apply(SchemaEntry entry) {
        if (entry instanceof SchemaEntry.Registered registered) {
            RegisteredSchema schema = registered.schema();
            highestId = Math.max(highestId, schema.id());
            if (registered.avro()) {
                // The first registration of an id counts: values may have been written with it since.
                byId.putIfAbsent(schema.id(), schema.schema());
                versions(schema.subject()).put(schema.version(), schema);
            }
        } else if (entry instanceof SchemaEntry.Removed removed) {
            versions(removed.subject()).remove(removed.version());
        } else if (entry instanceof SchemaEntry.SubjectDeleted deleted) {
            versions(deleted.subject())
                    .headMap(deleted.upToVersion(), true)
                    .replaceAll((version, schema) -> schema.asDeleted());
        }
    }

    /** Subjects with at least one version that is not deleted, by name. */
    List<String> subjects() {
        return bySubject.keySet().stream()
                .filter(subject -> !live(subject).isEmpty())
                .toList();
    }

    /** The versions of a subject that are not deleted, oldest first. */
    List<RegisteredSchema> live(String subject) {
        return bySubject.getOrDefault(subject, new TreeMap<>()).values().stream()
                .filter(schema -> !schema.deleted())
                .toList();
    }

    /** The versions of all subjects that are not deleted and have this id. */
    List<RegisteredSchema> liveWithId(int id) {
        return bySubject.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .filter(schema -> schema.id() == id && !schema.deleted())
                .toList();
    }

    Optional<String> json(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The schema with this id, or empty where there is none that Avro can read. */
    Optional<Schema> schema(int id) {
        String json = byId.get(id);
        return json == null ? Optional.empty() : parsed.computeIfAbsent(id, i -> parse(json));
    }

    /** The newest version of a subject that is not deleted and says the same as the given schema. */
    Optional<RegisteredSchema> find(String subject, Schema schema) {
        return live(subject).stream()
                .filter(version -> schema(version.id()).filter(schema::equals).isPresent())
                .reduce((older, newer) -> newer);
    }

    /** What a schema would be registered as, as the next version of a subject. */
    RegisteredSchema next(String subject, Schema schema) {
        NavigableMap<Integer, RegisteredSchema> versions = versions(subject);
        int version = versions.isEmpty() ? 1 : versions.lastKey() + 1;
        int id = byId.keySet().stream()
                .sorted()
                .filter(known -> schema(known).filter(schema::equals).isPresent())
                .findFirst()
                .orElse(highestId + 1);
        return new RegisteredSchema(subject, version, id, schema.toString(), false);
    }

    private NavigableMap<Integer, RegisteredSchema> versions(String subject) {
        return bySubject.computeIfAbsent(subject, name -> new TreeMap<>());
    }

    private static Optional<Schema> parse(String json) {
        try {
            return Optional.of(new Schema.Parser().parse(json));
        } catch (RuntimeException | StackOverflowError e) {
            // Somebody else's schema may break any rule and nest without end, and Avro has no exception for all of
            // that.
            return Optional.empty();
        }
    }
}

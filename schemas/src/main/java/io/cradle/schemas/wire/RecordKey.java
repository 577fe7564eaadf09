package io.cradle.schemas.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;

/**
 * Keys of the topics: parts joined with {@code /}, UTF-8. Inside a part, {@code /} and {@code %} are written
 * {@code %2F} and {@code %25}; an absent part is empty, except an absent region, which is {@code GLO}.
 */
public final class RecordKey {
    private RecordKey() {}

    public static String join(String... parts) {
        return join(List.of(parts));
    }

    public static String join(List<String> parts) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                key.append('/');
            }
            key.append(escape(parts.get(i)));
        }
        return key.toString();
    }

    /** The parts of a key, unescaped; always at least one. */
    public static List<String> split(String key) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', from)) {
            parts.add(unescape(key.substring(from, slash)));
            from = slash + 1;
        }
        parts.add(unescape(key.substring(from)));
        return parts;
    }

    /** The key that a record of a topic must have. */
    public static String of(InputTopic topic, IndexedRecord record) {
        List<String> parts = new ArrayList<>(topic.keyFields().size());
        for (String field : topic.keyFields()) {
            Object value = record.get(record.getSchema().getField(field).pos());
            parts.add(part(field, value == null ? null : value.toString()));
        }
        return join(parts);
    }

    /** A key part as it stands in a key: an absent region is GLO, any other absent part is empty. */
    public static String part(String field, String value) {
        if (value == null || value.isEmpty()) {
            return field.equals("region") ? "GLO" : "";
        }
        return value;
    }

    public static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String part) {
        return part.indexOf('/') < 0 && part.indexOf('%') < 0
                ? part
                : part.replace("%", "%25").replace("/", "%2F");
    }

    private static String unescape(String part) {
        return part.indexOf('%') < 0 ? part : part.replace("%2F", "/").replace("%25", "%");
    }
}

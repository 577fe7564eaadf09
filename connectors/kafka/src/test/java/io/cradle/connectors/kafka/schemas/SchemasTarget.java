package io.cradle.connectors.kafka.schemas;

import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.Schema;

/** What somebody else wrote to the topic of schemas: any bytes are an entry, and every id has a schema or none. */
public final class SchemasTarget {
    private SchemasTarget() {}

    /** Records one after another: key, zero byte, value, zero byte. */
    public static void fuzzerTestOneInput(byte[] input) {
        SchemaEntries entries = new SchemaEntries();
        int from = 0;
        while (from < input.length) {
            int keyEnd = end(input, from);
            int valueEnd = end(input, Math.min(keyEnd + 1, input.length));
            byte[] value = keyEnd + 1 >= valueEnd ? null : Arrays.copyOfRange(input, keyEnd + 1, valueEnd);
            entries.apply(SchemaEntry.parse(Arrays.copyOfRange(input, from, keyEnd), value));
            from = valueEnd + 1;
        }
        for (String subject : entries.subjects()) {
            for (RegisteredSchema schema : entries.live(subject)) {
                Optional<Schema> read = entries.schema(schema.id());
                entries.liveWithId(schema.id());
                read.ifPresent(known -> entries.find(subject, known));
            }
            Schema text = Schema.create(Schema.Type.STRING);
            if (entries.next(subject, text).version() < 1) {
                throw new AssertionError("a version that no registry takes: " + entries.next(subject, text));
            }
        }
    }

    private static int end(byte[] input, int from) {
        int at = from;
        while (at < input.length && input[at] != 0) {
            at++;
        }
        return at;
    }
}

package io.cradle.schemas.golden;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** A record in which every field has a value of its own, so that none can be taken for another. */
final class Example {
    private final AtomicInteger count = new AtomicInteger();

    private Example() {}

    static GenericRecord of(Schema schema) {
        return new Example().record(schema);
    }

    private GenericRecord record(Schema schema) {
        GenericRecord record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), value(field.name(), field.schema()));
        }
        return record;
    }

    private Object value(String name, Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case ARRAY -> List.of(value(name, schema.getElementType()), value(name, schema.getElementType()));
            case UNION -> value(name, present(schema));
            // What a key must escape.
            case STRING -> name + "/" + count.incrementAndGet() + "%";
            case BYTES -> ByteBuffer.wrap((name + count.incrementAndGet()).getBytes(StandardCharsets.UTF_8));
            case INT -> 20_000 + count.incrementAndGet();
            case LONG -> 1_700_000_000_000L + count.incrementAndGet();
            case DOUBLE -> count.incrementAndGet() + 0.1;
            case BOOLEAN -> true;
            default -> throw new IllegalArgumentException("no example of a " + schema.getType() + ": " + name);
        };
    }

    private static Schema present(Schema union) {
        return union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }
}

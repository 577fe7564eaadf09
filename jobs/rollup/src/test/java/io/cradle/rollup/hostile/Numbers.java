package io.cradle.rollup.hostile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Every number of a record is finite, or absent. */
final class Numbers {
    private Numbers() {}

    static void assertFinite(IndexedRecord record, String name) {
        for (Schema.Field field : record.getSchema().getFields()) {
            assertFinite(record.get(field.pos()), () -> name + ": " + field.name() + " of " + record);
        }
    }

    private static void assertFinite(Object value, java.util.function.Supplier<String> where) {
        if (value instanceof Double number) {
            assertTrue(Double.isFinite(number), where);
        } else if (value instanceof IndexedRecord inner) {
            assertFinite(inner, where.get());
        } else if (value instanceof List<?> list) {
            list.forEach(element -> assertFinite(element, where));
        }
    }
}

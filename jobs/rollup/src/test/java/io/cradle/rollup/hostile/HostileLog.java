package io.cradle.rollup.hostile;

import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.oracle.LogEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** A generated log of which some records were pushed to an extreme, field by field, and some bytes were broken. */
public final class HostileLog {
    private static final int LINES_MAX = 300;

    private final Random dice;
    private final Extremes extremes;
    private final WireFormat wire = new WireFormat(SchemaCatalog.bundled());

    private HostileLog(long seed) {
        this.dice = new Random(seed);
        this.extremes = new Extremes(dice);
    }

    /** The log of a seed. */
    public static List<LogRecord> of(long seed, GeneratorOptions options) {
        HostileLog log = new HostileLog(seed);
        List<LogRecord> records = new ArrayList<>();
        NetworkGenerator.generate(seed, options).forEach(entry -> records.add(log.record(entry)));
        return records;
    }

    private LogRecord record(LogEntry entry) {
        SpecificRecord value = entry.value();
        String key = entry.key();
        if (value != null && dice.nextInt(3) == 0) {
            value = copy(value);
            for (int i = dice.nextInt(3); i >= 0; i--) {
                push(value, entry.key());
            }
            key = RecordKey.of(entry.topic(), value);
        }
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = value == null ? null : wire.encode(entry.topic().topicName(), value);
        return LogRecord.of(
                entry.topic(), entry.partition(), entry.offset(), entry.logTimeMs(), broken(keyBytes), broken(bytes));
    }

    private static SpecificRecord copy(SpecificRecord value) {
        return SpecificData.get().deepCopy(value.getSchema(), value);
    }

    /** Pushes one field, of the record or of a record inside it. */
    private void push(IndexedRecord record, String key) {
        Schema.Field field = extremes.pick(record.getSchema().getFields());
        Object value = record.get(field.pos());
        if (value instanceof IndexedRecord inner) {
            push(inner, key);
        } else if (value instanceof List<?> list) {
            record.put(field.pos(), list(list, key));
        } else {
            record.put(field.pos(), scalar(field, value, key));
        }
    }

    private Object scalar(Schema.Field field, Object value, String key) {
        boolean nullable = field.schema().isUnion();
        if (nullable && dice.nextInt(4) == 0) {
            return null;
        }
        Schema type = nullable ? field.schema().getTypes().get(1) : field.schema();
        return switch (type.getType()) {
            case LONG -> extremes.instant((Instant) value);
            case INT -> extremes.day();
            default -> dice.nextInt(8) == 0 && key != null ? own(key) : extremes.text(field.name());
        };
    }

    /** A name out of the record's own key: a product that is its own input, a record that supersedes itself. */
    private String own(String key) {
        return extremes.pick(RecordKey.split(key));
    }

    private List<Object> list(List<?> list, String key) {
        List<Object> longer = new ArrayList<>();
        int copies = dice.nextInt(6) == 0 ? LINES_MAX / Math.max(1, list.size()) : 1;
        for (int i = 0; i < copies; i++) {
            for (Object element : list) {
                longer.add(element instanceof SpecificRecord line ? copy(line) : element);
            }
        }
        for (Object element : longer) {
            if (element instanceof IndexedRecord line && dice.nextInt(longer.size()) < 3) {
                push(line, key);
            }
        }
        if (!longer.isEmpty() && longer.get(0) instanceof String) {
            longer.add(own(key));
        }
        return longer;
    }

    private byte[] broken(byte[] bytes) {
        if (bytes == null || bytes.length == 0 || dice.nextInt(40) != 0) {
            return bytes;
        }
        byte[] broken = Arrays.copyOf(bytes, dice.nextInt(4) == 0 ? dice.nextInt(bytes.length) : bytes.length);
        if (broken.length > 0) {
            broken[dice.nextInt(broken.length)] = (byte) dice.nextInt();
        }
        return broken;
    }
}

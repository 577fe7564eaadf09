package io.cradle.connectors.files.rows;

import io.cradle.schemas.wire.InputTopic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * The columns of a topic's file, taken from the contract of its records: nested records (indicators, quality, bill
 * lines) lie flat among the others. Behind them come the two columns that any file may have.
 */
public final class TopicColumns {
    /** Empty, or {@code delete}. */
    public static final String OP = "op";
    /** The instant at which a row entered the log. */
    public static final String LOG_TIME = "log_time";

    private static final Map<InputTopic, TopicColumns> OF_TOPIC = new EnumMap<>(InputTopic.class);

    static {
        for (InputTopic topic : InputTopic.values()) {
            OF_TOPIC.put(topic, new TopicColumns(topic.schema()));
        }
    }

    private final List<Column> columns = new ArrayList<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();

    private TopicColumns(Schema record) {
        for (Schema.Field field : record.getFields()) {
            Schema type = ofNullable(field.schema());
            Schema inner = type.getType() == Schema.Type.ARRAY ? type.getElementType() : type;
            if (inner.getType() == Schema.Type.RECORD) {
                inner.getFields()
                        .forEach(part ->
                                columns.add(new Column(part.name(), kind(part.schema()), field.pos(), part.pos())));
            } else {
                columns.add(new Column(field.name(), kind(field.schema()), field.pos(), Column.NONE));
            }
        }
        columns.forEach(column -> places.put(column.name(), places.size()));
        places.put(OP, places.size());
        places.put(LOG_TIME, places.size());
    }

    public static TopicColumns of(InputTopic topic) {
        return OF_TOPIC.get(topic);
    }

    /** The columns that fill the record, in the order of the contract. */
    public List<Column> columns() {
        return List.copyOf(columns);
    }

    /** Every legal name, {@code op} and {@code log_time} last. */
    public List<String> names() {
        return List.copyOf(places.keySet());
    }

    /** Where a name stands in {@link #names}, or empty where there is no such column. */
    public OptionalInt place(String name) {
        Integer place = places.get(name);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** Places of the columns that make the key, in its order. */
    public static int[] keyPlaces(InputTopic topic) {
        return topic.keyFields().stream().mapToInt(of(topic).places::get).toArray();
    }

    private static CellKind kind(Schema schema) {
        Schema type = ofNullable(schema);
        if (type.getType() == Schema.Type.ARRAY) {
            return CellKind.IDENTIFIERS;
        }
        if (type.getLogicalType() instanceof LogicalTypes.Date) {
            return CellKind.DAY;
        }
        if (type.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            return CellKind.INSTANT;
        }
        return schema.isUnion() ? CellKind.OPTIONAL_TEXT : CellKind.TEXT;
    }

    private static Schema ofNullable(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }
}

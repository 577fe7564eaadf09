package io.cradle.cli.rejected;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.cradle.cli.CommandException;
import io.cradle.connectors.files.rows.NearestName;
import io.cradle.schemas.wire.ContractTrust;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Makes records of JSON as {@link RecordNode} writes it; what is left out is absent. */
final class NodeReader {
    private final String source;

    static {
        ContractTrust.establish();
    }

    /** {@code source}: where the JSON is from, for complaints. */
    NodeReader(String source) {
        this.source = source;
    }

    /**
     * The record.
     *
     * @throws CommandException if the JSON has another shape; the message says where and what would be right
     */
    SpecificRecord record(JsonNode node, Schema schema) {
        return record(node, schema, "");
    }

    private SpecificRecord record(JsonNode node, Schema schema, String at) {
        requireShape(node.isObject() || node.isNull(), at, "an object such as {\"unit\": \"kg\"}");
        requireKnownFields(node, schema, at);
        SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            String place = at.isEmpty() ? field.name() : at + "." + field.name();
            record.put(field.pos(), value(node.path(field.name()), field.schema(), place));
        }
        return record;
    }

    private void requireKnownFields(JsonNode node, Schema schema, String at) {
        List<String> known = schema.getFields().stream().map(Schema.Field::name).toList();
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new CommandException(source + ": " + (at.isEmpty() ? "" : at + ": ") + "unknown field '" + name
                        + "'; did you mean '" + NearestName.of(name, known) + "'?");
            }
        }
    }

    private Object value(JsonNode node, Schema schema, String at) {
        boolean absent = node.isMissingNode() || node.isNull();
        return switch (schema.getType()) {
            case UNION -> absent ? null : value(node, schema.getTypes().get(1), at);
            case RECORD -> record(absent ? NullNode.getInstance() : node, schema, at);
            case ARRAY -> absent ? List.of() : list(node, schema.getElementType(), at);
            // An absent text stays empty: whether it may be is for intake to say.
            case STRING -> absent ? "" : text(node, at);
            case LONG -> instant(text(node, at), at);
            case INT -> day(text(node, at), at);
            default -> throw new IllegalStateException("no input record has a field of type " + schema.getType());
        };
    }

    private List<Object> list(JsonNode node, Schema element, String at) {
        requireShape(node.isArray(), at, "a list such as [...]");
        List<Object> list = new ArrayList<>();
        for (JsonNode one : node) {
            list.add(value(one, element, at + "." + (list.size() + 1)));
        }
        return list;
    }

    private String text(JsonNode node, String at) {
        requireShape(node.isValueNode(), at, "one string or number");
        return node.asText();
    }

    private Instant instant(String text, String at) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new CommandException(
                    source + ": " + at + ": '" + text + "' is not a time such as 2024-03-31T00:00:00Z", e);
        }
    }

    private LocalDate day(String text, String at) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new CommandException(source + ": " + at + ": '" + text + "' is not a day such as 2024-03-31", e);
        }
    }

    private void requireShape(boolean right, String at, String shape) {
        if (!right) {
            throw new CommandException(source + ": " + (at.isEmpty() ? "the record" : at) + " must be " + shape);
        }
    }
}

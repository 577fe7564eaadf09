package io.cradle.cli.rejected;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cradle.cli.CommandException;
import io.cradle.connectors.files.rows.NearestName;
import java.util.ArrayList;
import java.util.List;

/** Changes one field of a record in JSON; lists are counted from 1, as rejections count them. */
final class FieldEdit {
    private FieldEdit() {}

    static void set(String source, ObjectNode record, String path, String text) {
        String[] steps = path.split("\\.", -1);
        JsonNode at = record;
        for (int i = 0; i < steps.length - 1; i++) {
            at = step(source, at, steps[i], path);
        }
        String last = steps[steps.length - 1];
        if (!(at instanceof ObjectNode holder) || step(source, at, last, path).isContainerNode()) {
            throw new CommandException(
                    source + ": --set " + path + " names no single field, such as unit or lines.1.unit");
        }
        holder.put(last, text.isEmpty() ? null : text);
    }

    private static JsonNode step(String source, JsonNode at, String name, String path) {
        if (at instanceof ArrayNode list) {
            if (!name.matches("\\d{1,6}") || Integer.parseInt(name) < 1 || Integer.parseInt(name) > list.size()) {
                throw new CommandException(
                        source + ": --set " + path + ": '" + name + "' must be a number from 1 to " + list.size());
            }
            return list.get(Integer.parseInt(name) - 1);
        }
        if (at.has(name)) {
            return at.get(name);
        }
        List<String> known = new ArrayList<>();
        at.fieldNames().forEachRemaining(known::add);
        throw new CommandException(source + ": --set " + path + ": unknown field '" + name + "'"
                + (known.isEmpty() ? "" : "; did you mean '" + NearestName.of(name, known) + "'?"));
    }
}

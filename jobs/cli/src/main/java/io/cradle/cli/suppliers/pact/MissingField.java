package io.cradle.cli.suppliers.pact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A required field that is not there: often it is, under a name of other capitals. */
final class MissingField {
    private MissingField() {}

    static String remedy(JsonNode object, String field) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> name.equalsIgnoreCase(field) && !name.equals(field))
                .findFirst()
                .map(name -> "rename '" + name + "'")
                .orElse("PACT 3 requires it");
    }
}

package io.cradle.cli.suppliers.pact;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** An object of a document; whatever is not as the data model says becomes a finding, and reads as absent. */
final class PactObject {
    /** Decimal of the PACT data model. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private static final int MAX_DECIMAL_CHARS = 60;
    private static final int MAX_QUOTED_CHARS = 60;

    private final JsonNode node;
    private final String path;
    private final Findings findings;

    PactObject(JsonNode node, String path, Findings findings) {
        this.node = node;
        this.path = path;
        this.findings = findings;
    }

    /** Whether the field is there; null is taken for absent. */
    boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** A text; null where it is absent or empty. */
    String text(String field) {
        JsonNode value = node.path(field);
        if (!has(field)) {
            return null;
        }
        if (!value.isTextual()) {
            error(field, quoted(value) + " is no text", "give a string");
            return null;
        }
        return value.textValue().isBlank() ? null : value.textValue();
    }

    String requiredText(String field) {
        return isThere(field) ? text(field) : null;
    }

    /** A list of texts that are not empty; empty where it is absent. */
    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        if (!has(field)) {
            return texts;
        }
        if (!node.path(field).isArray()) {
            error(field, quoted(node.path(field)) + " is no list", "give a list of strings such as [\"…\"]");
            return texts;
        }
        for (JsonNode element : node.path(field)) {
            if (element.isTextual() && !element.textValue().isBlank()) {
                texts.add(element.textValue());
            } else {
                error(field + "[" + texts.size() + "]", quoted(element) + " is no text", "give a string");
            }
        }
        return texts;
    }

    List<String> requiredTexts(String field) {
        if (!isThere(field)) {
            return List.of();
        }
        if (node.path(field).isArray() && node.path(field).isEmpty()) {
            error(field, "is an empty list", "give at least one");
        }
        return texts(field);
    }

    /** True, false, or null where it is absent. */
    Boolean flag(String field) {
        if (!has(field)) {
            return null;
        }
        if (!node.path(field).isBoolean()) {
            error(field, quoted(node.path(field)) + " is no boolean", "give true or false");
            return null;
        }
        return node.path(field).booleanValue();
    }

    /** A decimal as it is written, or null. */
    PactDecimal decimal(String field) {
        if (!has(field)) {
            return null;
        }
        JsonNode value = node.path(field);
        if (!value.isTextual() || !DECIMAL.matcher(value.textValue()).matches()) {
            String right = value.isNumber() ? "write it as the string \"" + value.asText() + "\"" : "give a string";
            error(field, quoted(value) + " is no decimal of PACT", right + " of digits such as \"12.5\"");
            return null;
        }
        if (value.textValue().length() > MAX_DECIMAL_CHARS) {
            error(field, "has " + value.textValue().length() + " digits", "give at most " + MAX_DECIMAL_CHARS);
            return null;
        }
        return PactDecimal.of(value.textValue());
    }

    PactDecimal requiredDecimal(String field) {
        return isThere(field) ? decimal(field) : null;
    }

    /** A decimal within bounds, or null. */
    PactDecimal within(String field, int from, int to) {
        PactDecimal decimal = decimal(field);
        if (decimal != null && !decimal.isWithin(from, to)) {
            error(field, decimal.text() + " is not within " + from + " and " + to, "give a number in that range");
            return null;
        }
        return decimal;
    }

    PactDecimal requiredWithin(String field, int from, int to) {
        return isThere(field) ? within(field, from, to) : null;
    }

    /** A time with its offset from UTC, or null. */
    OffsetDateTime time(String field) {
        String text = text(field);
        try {
            return text == null ? null : OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            error(field, quoted(node.path(field)) + " is no time", "give one such as \"2025-01-01T00:00:00Z\"");
            return null;
        }
    }

    OffsetDateTime requiredTime(String field) {
        return isThere(field) ? time(field) : null;
    }

    /** An object, or null. */
    PactObject object(String field) {
        if (!has(field)) {
            return null;
        }
        if (!node.path(field).isObject()) {
            error(field, quoted(node.path(field)) + " is no object", "give one such as {\"…\": \"…\"}");
            return null;
        }
        return new PactObject(node.path(field), at(field), findings);
    }

    PactObject requiredObject(String field) {
        return isThere(field) ? object(field) : null;
    }

    /** A list of objects; empty where it is absent. */
    List<PactObject> objects(String field) {
        List<PactObject> objects = new ArrayList<>();
        if (has(field) && !node.path(field).isArray()) {
            error(field, quoted(node.path(field)) + " is no list", "give a list of objects");
            return objects;
        }
        for (JsonNode element : node.path(field)) {
            objects.add(new PactObject(element, at(field) + "[" + objects.size() + "]", findings));
        }
        return objects;
    }

    void error(String field, String what, String right) {
        findings.add(Severity.ERROR, at(field), what, right);
    }

    void warn(String field, String what, String right) {
        findings.add(Severity.WARNING, at(field), what, right);
    }

    void note(String field, String what, String right) {
        findings.add(Severity.NOTE, at(field), what, right);
    }

    /** Says so where a field is not there; it may be empty. */
    boolean requireField(String field) {
        if (!has(field)) {
            error(field, "is missing", MissingField.remedy(node, field));
        }
        return has(field);
    }

    private boolean isThere(String field) {
        if (!requireField(field)) {
            return false;
        }
        JsonNode value = node.path(field);
        if (value.isTextual() && value.textValue().isBlank()) {
            error(field, "is empty", "PACT 3 requires it");
            return false;
        }
        return true;
    }

    private String at(String field) {
        return field.isEmpty() ? path : path + "." + field;
    }

    private static String quoted(JsonNode value) {
        String text = value.toString();
        return text.length() <= MAX_QUOTED_CHARS ? text : text.substring(0, MAX_QUOTED_CHARS) + "…";
    }
}

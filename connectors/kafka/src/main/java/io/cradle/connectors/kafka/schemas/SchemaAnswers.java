package io.cradle.connectors.kafka.schemas;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The read side of the schema registry API: paths in, bodies out. */
final class SchemaAnswers {
    private static final Answer NOT_FOUND = error(404, 404, "HTTP 404 Not Found");

    private SchemaAnswers() {}

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param body what becomes JSON
     */
    record Answer(int status, Object body) {}

    static Answer to(String method, String rawPath, SchemaEntries entries) {
        if (!method.equals("GET")) {
            return error(405, 405, "this endpoint only reads: run `cradle topics create` to register schemas");
        }
        List<String> path = Arrays.stream(rawPath.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> URLDecoder.decode(segment, StandardCharsets.UTF_8))
                .toList();
        return switch (path.isEmpty() ? "" : path.get(0)) {
            case "" -> ok(Map.of());
            case "subjects" -> subjects(path, entries);
            case "schemas" -> schemas(path, entries);
            case "config" -> path.size() > 2 ? NOT_FOUND : ok(Map.of("compatibilityLevel", "FULL_TRANSITIVE"));
            case "mode" -> path.size() > 2 ? NOT_FOUND : ok(Map.of("mode", "READONLY"));
            default -> NOT_FOUND;
        };
    }

    static Answer unavailable(String sentence) {
        return error(500, 50001, sentence);
    }

    static Answer badRequest(String sentence) {
        return error(400, 400, sentence);
    }

    private static Answer subjects(List<String> path, SchemaEntries entries) {
        if (path.size() == 1) {
            return ok(entries.subjects());
        }
        if (path.size() < 3 || path.size() > 4 || !path.get(2).equals("versions")) {
            return NOT_FOUND;
        }
        List<RegisteredSchema> versions = entries.live(path.get(1));
        if (versions.isEmpty()) {
            return error(404, 40401, "Subject '" + path.get(1) + "' not found.");
        }
        return path.size() == 3
                ? ok(versions.stream().map(RegisteredSchema::version).toList())
                : version(versions, path.get(3));
    }

    private static Answer version(List<RegisteredSchema> versions, String wanted) {
        boolean latest = wanted.equals("latest") || wanted.equals("-1");
        if (!latest && !wanted.matches("[1-9][0-9]{0,8}")) {
            return error(
                    422,
                    42202,
                    "The specified version '" + wanted + "' is not a valid version id. Allowed values are between"
                            + " [1, 2^31-1] and the string \"latest\"");
        }
        Optional<RegisteredSchema> found = versions.stream()
                .filter(schema -> latest || schema.version() == Integer.parseInt(wanted))
                .reduce((older, newer) -> newer);
        return found.map(schema -> ok(Map.of(
                        "subject", schema.subject(),
                        "version", schema.version(),
                        "id", schema.id(),
                        "schema", schema.schema())))
                .orElseGet(() -> error(404, 40402, "Version " + wanted + " not found."));
    }

    private static Answer schemas(List<String> path, SchemaEntries entries) {
        if (path.size() == 2 && path.get(1).equals("types")) {
            return ok(List.of("AVRO"));
        }
        if (path.size() < 3 || path.size() > 4 || !path.get(1).equals("ids")) {
            return NOT_FOUND;
        }
        String wanted = path.get(2);
        Optional<String> schema =
                wanted.matches("[0-9]{1,9}") ? entries.json(Integer.parseInt(wanted)) : Optional.empty();
        if (schema.isEmpty()) {
            return error(404, 40403, "Schema " + wanted + " not found");
        }
        if (path.size() == 3) {
            return ok(Map.of("schema", schema.get()));
        }
        return path.get(3).equals("versions") ? users(Integer.parseInt(wanted), entries) : NOT_FOUND;
    }

    private static Answer users(int id, SchemaEntries entries) {
        return ok(entries.liveWithId(id).stream()
                .map(schema -> Map.of("subject", schema.subject(), "version", schema.version()))
                .toList());
    }

    private static Answer ok(Object body) {
        return new Answer(200, body);
    }

    private static Answer error(int status, int code, String message) {
        return new Answer(status, Map.of("error_code", code, "message", message));
    }
}

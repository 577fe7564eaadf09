package io.cradle.cli.suppliers.pact;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One ProductFootprint as it stands in a file.
 *
 * @param index its place in the file, from 1
 * @param path JSON path from the root of the file
 */
public record PactDocument(String file, int index, String path, JsonNode json) {

    /** The id as it is written, empty where there is none. */
    String id() {
        return json.path("id").asText("");
    }
}

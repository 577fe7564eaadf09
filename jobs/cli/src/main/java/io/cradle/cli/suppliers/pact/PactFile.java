package io.cradle.cli.suppliers.pact;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cradle.connectors.files.FileFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of PACT documents: one ProductFootprint, an array of them, or the answer of {@code /3/footprints} or
 * {@code /3/footprints/ID}, which has them under {@code data}.
 *
 * @param documents what it holds
 * @param findings why it cannot be read, empty where it can
 */
public record PactFile(String name, List<PactDocument> documents, List<Finding> findings) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String SHAPES = "give one ProductFootprint, an array of them, or {\"data\": [...]}";
    private static final String DATA = "data";

    /**
     * Reads a file.
     *
     * @throws FileFormatException if there is no such file, or none that can be read
     */
    public static PactFile read(Path path) {
        String name = path.toString();
        try (InputStream in = Files.newInputStream(path)) {
            return of(name, JSON.readTree(in));
        } catch (JsonProcessingException e) {
            return fault(name, "is not JSON" + place(e.getLocation()) + ": " + e.getOriginalMessage());
        } catch (NoSuchFileException e) {
            throw FileFormatException.in(name, "there is no such file; name files of PACT documents");
        } catch (IOException e) {
            throw FileFormatException.unreadable(name, e);
        }
    }

    private static PactFile of(String name, JsonNode root) {
        if (root.isArray()) {
            return list(name, root, "$");
        }
        if (root.isObject() && root.has(DATA)) {
            JsonNode data = root.path(DATA);
            return data.isArray() ? list(name, data, "$.data") : single(name, data, "$.data");
        }
        return single(name, root, "$");
    }

    private static PactFile list(String name, JsonNode array, String path) {
        List<PactDocument> documents = new ArrayList<>();
        for (JsonNode element : array) {
            int place = documents.size();
            documents.add(new PactDocument(name, place + 1, path + "[" + place + "]", element));
        }
        return new PactFile(name, List.copyOf(documents), List.of());
    }

    private static PactFile single(String name, JsonNode node, String path) {
        return node.isObject()
                ? new PactFile(name, List.of(new PactDocument(name, 1, path, node)), List.of())
                : fault(name, "holds no document");
    }

    private static PactFile fault(String name, String what) {
        return new PactFile(name, List.of(), List.of(new Finding(Severity.ERROR, name, 0, "$", what, SHAPES)));
    }

    private static String place(JsonLocation at) {
        return at == null ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}

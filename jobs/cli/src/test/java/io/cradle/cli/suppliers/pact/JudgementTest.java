package io.cradle.cli.suppliers.pact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cradle.connectors.files.FileFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with several documents, and what they say of each other. */
class JudgementTest {
    private static final String OLD = "9a1d1b5e-51c5-4e0e-8f3e-1a4bb0f2c001";
    private static final String NEW = "0b5a4b0e-2f4a-4f0c-9d0a-6c1f5a0e7d11";

    @TempDir
    Path directory;

    @Test
    void everyShapeOfAFile() throws IOException {
        String one = Footprints.whole().toString();
        assertEquals(List.of("$"), paths(one));
        assertEquals(List.of("$[0]", "$[1]"), paths("[" + one + "," + one + "]"));
        assertEquals(List.of("$.data[0]"), paths("{\"data\": [" + one + "]}"));
        assertEquals(List.of("$.data"), paths("{\"data\": " + one + "}"));
        assertEquals(List.of(), paths("{\"data\": []}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "{\"id\": 1, \"id\": 2}", "{} {}", "{\"data\": null}", "not JSON"})
    void fileThatHoldsNoDocuments(String text) throws IOException {
        PactFile file = PactFile.read(file(text));
        assertEquals(1, file.findings().size());
        assertTrue(file.findings().get(0).sentence().contains("give one ProductFootprint"));
        assertTrue(judge(text, false).hasErrors());
    }

    @Test
    void fileThatIsNotThere() {
        Path missing = directory.resolve("missing.json");
        FileFormatException fault = assertThrows(FileFormatException.class, () -> PactFile.read(missing));
        assertTrue(fault.getMessage().contains("there is no such file"), fault.getMessage());
    }

    @Test
    void faultOfOneDocumentNamesItAlone() throws IOException {
        ObjectNode bad = document(OLD);
        Footprints.pcf(bad).put("declaredUnitAmount", "0");
        Judgement judgement = judge("{\"data\": [" + document(NEW) + "," + bad + "]}", false);
        assertEquals(1, judgement.count(Severity.ERROR));
        String sentence = judgement.findings().get(0).sentence();
        assertTrue(
                sentence.contains(
                        "documents.json, document 2, $.data[1].pcf.declaredUnitAmount: error: 0 is not above 0"),
                sentence);
        assertEquals(1, judgement.records().size());
    }

    @Test
    void supersedingDocumentNamesItsPredecessor() throws IOException {
        Judgement judgement = judge("[" + document(OLD) + "," + document(NEW, OLD) + "]", false);
        assertFalse(judgement.hasErrors(), judgement.findings().toString());
        assertEquals(List.of(OLD), judgement.records().get(1).getPreceding());
    }

    @Test
    void repeatedIdIsRefused() throws IOException {
        Judgement judgement = judge("[" + document(NEW) + "," + document(NEW) + "]", false);
        assertEquals(List.of("$[1].id"), paths(judgement));
    }

    @Test
    void documentsThatSupersedeEachOtherAreRefused() throws IOException {
        Judgement judgement = judge("[" + document(OLD, NEW) + "," + document(NEW, OLD) + "]", false);
        assertEquals(List.of("$[0].precedingPfIds", "$[1].precedingPfIds"), paths(judgement));
        assertEquals(List.of("$.precedingPfIds"), paths(judge(document(NEW, NEW).toString(), false)));
    }

    @Test
    void deprecatedDocumentsAreRefusedOrLeftOut() throws IOException {
        ObjectNode deprecated = document(OLD).put("status", "Deprecated");
        String both = "[" + deprecated + "," + document(NEW, OLD) + "]";
        assertTrue(judge(both, false).hasErrors());
        Judgement skipped = judge(both, true);
        assertFalse(skipped.hasErrors(), skipped.findings().toString());
        assertEquals(1, skipped.documents());
        assertEquals(1, skipped.count(Severity.NOTE));
    }

    private static ObjectNode document(String id, String... preceding) {
        ObjectNode document = Footprints.whole().put("id", id);
        document.remove("precedingPfIds");
        for (String older : preceding) {
            document.withArray("precedingPfIds").add(older);
        }
        return document;
    }

    private List<String> paths(String text) throws IOException {
        return PactFile.read(file(text)).documents().stream()
                .map(PactDocument::path)
                .toList();
    }

    private static List<String> paths(Judgement judgement) {
        return judgement.findings().stream().map(Finding::path).toList();
    }

    private Judgement judge(String text, boolean skipDeprecated) throws IOException {
        FootprintReader reader = new FootprintReader(
                Footprints.judging(false, Identities.of(null, null, null), RecognitionTable.bundled()));
        return Judgement.of(List.of(PactFile.read(file(text))), reader, skipDeprecated);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("documents.json"), text);
    }
}

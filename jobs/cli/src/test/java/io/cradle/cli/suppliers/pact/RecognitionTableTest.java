package io.cradle.cli.suppliers.pact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cradle.connectors.files.FileFormatException;
import io.cradle.schemas.SupplierEmission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator's table decides what is accepted, adjusted and refused. */
class RecognitionTableTest {
    @TempDir
    Path directory;

    @Test
    void adjustedFiguresAreMultipliedExactlyAndSaySo() throws IOException {
        SupplierEmission record = judge("""
                        what,value,verdict,factor,note
                        scheme,steel pool,adjusted,1.1,allocates by price
                        standard,*,accepted,,
                        boundary,*,accepted,,
                        """).record().orElseThrow();
        assertEquals("7.9750", record.getIndicators().getFossil());
        assertEquals("-0.22", record.getIndicators().getBiogenicUptake());
        assertEquals("7.79911000", record.getPcfExcludingBiogenicUptake());
        assertEquals(
                "PACT-3.0, ISO14067; Steel pool: Rule 4, Rule 5; figures times 1.1 (allocates by price)",
                record.getStandards());
    }

    @Test
    void oneRecognisedStandardIsEnough() throws IOException {
        Judged judged = judge("""
                what,value,verdict,factor,note
                standard,pact-3.0,refused,,no longer
                standard,ISO14067,accepted,,
                scheme,*,accepted,,
                boundary,*,accepted,,
                """);
        assertTrue(judged.record().isPresent(), judged.findings().toString());
    }

    @Test
    void whatNoRowNamesIsNotRecognised() throws IOException {
        Judged judged = judge("""
                what,value,verdict,factor,note
                standard,PEF,accepted,,
                """);
        assertFalse(judged.record().isPresent());
        assertEquals(3, judged.findings().size(), judged.findings().toString());
        assertTrue(judged.findings().get(0).sentence().contains("'PACT-3.0, ISO14067' is not recognised"));
        assertTrue(judged.findings().get(0).right().contains("not in the recognition table"));
    }

    @Test
    void bundledTableNotesStandardsOfLaterRevisions() {
        ObjectNode document = Footprints.whole();
        Footprints.pcf(document).putArray("crossSectoralStandards").add("PACT-9.0");
        Judged judged = Footprints.judge(document);
        assertTrue(judged.record().isPresent());
        assertEquals(Severity.NOTE, judged.findings().get(0).severity());
    }

    @Test
    void firstRowThatMatchesABoundaryDecides() {
        ObjectNode document = Footprints.whole();
        Footprints.pcf(document)
                .put("boundaryProcessesDescription", "Cradle-to-gate (the plant alone is gate-to-gate)");
        assertTrue(Footprints.judge(document).record().isPresent());
        Footprints.pcf(document).put("boundaryProcessesDescription", "From cradle to grave");
        assertFalse(Footprints.judge(document).record().isPresent());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            standard,PEF,maybe,,       | 'maybe' must be one of accepted, adjusted, refused
            standard,PEF,adjusted,,    | '' is no factor
            standard,PEF,adjusted,-1,  | '-1' is no factor
            standard,PEF,accepted,1.1, | for the verdict adjusted only
            standard,,accepted,,       | column 'value' is empty
            norm,PEF,accepted,,        | 'norm' must be one of standard, scheme, boundary
            """)
    void brokenTableIsNamedByLine(String row, String words) throws IOException {
        Path file = table("what,value,verdict,factor,note\n" + row + "\n");
        FileFormatException fault = assertThrows(FileFormatException.class, () -> RecognitionTable.read(file));
        assertTrue(fault.getMessage().contains(", line 2: "), fault.getMessage());
        assertTrue(fault.getMessage().contains(words), fault.getMessage());
    }

    @Test
    void otherColumnsAreNamed() throws IOException {
        Path file = table("what,value\nstandard,PEF\n");
        FileFormatException fault = assertThrows(FileFormatException.class, () -> RecognitionTable.read(file));
        assertTrue(fault.getMessage().contains("give what,value,verdict,factor,note"), fault.getMessage());
    }

    private Judged judge(String table) throws IOException {
        return Footprints.judge(
                Footprints.whole(),
                Footprints.judging(false, Identities.of(null, null, null), RecognitionTable.read(table(table))));
    }

    private Path table(String text) throws IOException {
        return Files.writeString(directory.resolve("recognition.csv"), text);
    }
}

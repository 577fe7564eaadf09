package io.cradle.cli.suppliers.pact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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

/** Figures under AR5 whose gases are known: 1.75 + 0.0125 × 28 = 2.1 kgCO2e, under AR6 1.75 + 0.0125 × 27. */
class GwpRuleTest {
    private static final String ID = "0b5a4b0e-2f4a-4f0c-9d0a-6c1f5a0e7d11";
    private static final String HEADER = "pact_id,indicator,gas,kg\n";
    private static final String FOSSIL = ID + ",fossilGhgEmissions,";

    @TempDir
    Path directory;

    @Test
    void knownGasesAreRestated() throws IOException {
        Judged judged = judge("AR5", FOSSIL + "CO2,1.75\n" + FOSSIL + "CH4-combustion,0.0125\n");
        SupplierEmission record = judged.record().orElseThrow(() -> new AssertionError(judged.findings()));
        assertEquals("2.0875", record.getIndicators().getFossil());
        assertEquals("AR6", record.getGwpSet());
        assertNull(record.getPcfExcludingBiogenicUptake());
        assertTrue(
                judged.findings().stream().anyMatch(finding -> finding.right().contains("{fossilGhgEmissions=2.0875}")),
                judged.findings().toString());
    }

    @Test
    void figureThatIsAlreadyUnderAr6StaysInAMixedDocument() throws IOException {
        String gases = FOSSIL + "CO2,1.7625\n" + FOSSIL + "CH4-combustion,0.0125\n";
        assertEquals("2.1", record(judge("AR5,AR6", gases)).getIndicators().getFossil());
        refused(judge("AR5", gases), "but 2.1 is stated");
    }

    @Test
    void gasesThatMakeUpAnotherFigure() throws IOException {
        refused(judge("AR5", FOSSIL + "CO2,2\n"), "its gases make up 2 under AR5, but 2.1 is stated");
    }

    @Test
    void gasWithoutAValueUnderAr5() throws IOException {
        refused(judge("AR5", FOSSIL + "CH4-fossil,0.07\n"), "an unknown amount under AR5");
    }

    @Test
    void gasesOfAnotherDocument() throws IOException {
        refused(judge("AR5", "another,fossilGhgEmissions,CO2,2.1\n"), "their gases are not said");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a,fossil,CO2,1              | 'fossil' must be one of fossilGhgEmissions, landUseChange
            a,fossilGhgEmissions,CH4,1  | 'CH4' is no known gas
            a,fossilGhgEmissions,CO2,1t | '1t' is no decimal
            a,fossilGhgEmissions,CO2,   | column 'kg' is empty
            """)
    void brokenTableIsNamedByLine(String row, String words) throws IOException {
        Path file = Files.writeString(directory.resolve("gases.csv"), HEADER + row + "\n");
        FileFormatException fault = assertThrows(FileFormatException.class, () -> GasTable.read(file));
        assertTrue(fault.getMessage().contains(", line 2: "), fault.getMessage());
        assertTrue(fault.getMessage().contains(words), fault.getMessage());
    }

    private Judged judge(String sets, String rows) throws IOException {
        ObjectNode document = Footprints.smallest();
        Footprints.pcf(document).remove("ipccCharacterizationFactors");
        for (String set : sets.split(",", -1)) {
            Footprints.pcf(document).withArray("ipccCharacterizationFactors").add(set);
        }
        Path file = Files.writeString(directory.resolve("gases.csv"), HEADER + rows);
        return Footprints.judge(
                document,
                new Judging(
                        "acme",
                        Footprints.TODAY,
                        false,
                        Identities.of(null, null, null),
                        RecognitionTable.bundled(),
                        GasTable.read(file)));
    }

    private static SupplierEmission record(Judged judged) {
        return judged.record().orElseThrow(() -> new AssertionError(judged.findings()));
    }

    private static void refused(Judged judged, String words) {
        assertTrue(judged.record().isEmpty());
        assertTrue(
                judged.findings().stream()
                        .anyMatch(finding -> finding.severity() == Severity.ERROR
                                && finding.sentence().contains(words)),
                judged.findings().toString());
    }
}

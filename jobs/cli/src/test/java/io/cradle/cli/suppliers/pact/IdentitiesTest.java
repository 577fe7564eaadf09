package io.cradle.cli.suppliers.pact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.files.FileFormatException;
import io.cradle.schemas.SupplierEmission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of the network in place of those of the supplier. */
class IdentitiesTest {
    @TempDir
    Path directory;

    @Test
    void anyProductIdIsMapped() throws IOException {
        SupplierEmission record = judge(null, null, """
                pact_product,supplier,product
                urn:gtin:04000000000006,nordwerk,bracket
                """).record().orElseThrow();
        assertEquals("nordwerk", record.getSupplier());
        assertEquals("bracket", record.getProduct());
    }

    @Test
    void optionsOverrideTheMapping() throws IOException {
        SupplierEmission record = judge("n", "b", """
                pact_product,supplier,product
                urn:gtin:04000000000006,nordwerk,bracket
                """).record().orElseThrow();
        assertEquals("n", record.getSupplier());
        assertEquals("b", record.getProduct());
    }

    @Test
    void unmappedDocumentKeepsItsOwnIdsAndIsWarnedOf() throws IOException {
        Judged judged = judge(null, null, """
                pact_product,supplier,product
                urn:gtin:1,nordwerk,bracket
                """);
        assertEquals(
                "urn:pact:nordwerk.example:product:B-7",
                judged.record().orElseThrow().getProduct());
        assertEquals(Severity.WARNING, judged.findings().get(0).severity());
    }

    @Test
    void idsOfOneDocumentMappedToTwoProducts() throws IOException {
        assertFalse(judge(null, null, """
                pact_product,supplier,product
                urn:gtin:04000000000006,nordwerk,bracket
                urn:pact:nordwerk.example:product:B-7,nordwerk,holder
                """).record().isPresent());
    }

    @Test
    void idThatStandsTwiceInTheMapping() {
        FileFormatException fault = assertThrows(FileFormatException.class, () -> judge(null, null, """
                pact_product,supplier,product
                urn:gtin:1,nordwerk,bracket
                urn:gtin:1,nordwerk,holder
                """));
        assertTrue(fault.getMessage().contains("line 3: 'urn:gtin:1' stands twice"), fault.getMessage());
    }

    private Judged judge(String supplier, String product, String mapping) throws IOException {
        Path file = Files.writeString(directory.resolve("mapping.csv"), mapping);
        return Footprints.judge(
                Footprints.whole(),
                Footprints.judging(false, Identities.of(supplier, product, file), RecognitionTable.bundled()));
    }
}

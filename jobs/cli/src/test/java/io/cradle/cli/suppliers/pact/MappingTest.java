package io.cradle.cli.suppliers.pact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cradle.core.quantity.Units;
import io.cradle.schemas.Indicators;
import io.cradle.schemas.SupplierEmission;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each field of a document becomes. */
class MappingTest {

    @Test
    void everyFieldOfARecordIsFilled() {
        Judged judged = Footprints.judge(Footprints.whole());
        assertEquals(List.of(), judged.findings());
        // The mapping as a golden: digits are those of the document, but for the mass, which is per one unit.
        assertEquals("""
                {"network": "acme", "record": "0b5a4b0e-2f4a-4f0c-9d0a-6c1f5a0e7d11", \
                "preceding": ["9a1d1b5e-51c5-4e0e-8f3e-1a4bb0f2c001"], \
                "supplier": "urn:pact:nordwerk.example:company:1", "product": "urn:pact:nordwerk.example:product:B-7", \
                "declared_unit": "{piece}", "declared_unit_amount": "4", "product_mass": "0.75", \
                "reference_start": "2024-01-01", "reference_end": "2024-12-31", \
                "valid_from": "2025-01-01", "valid_to": "2027-12-31", "region": "DE-BW", "gwp_set": "AR6", \
                "indicators": {"fossil": "7.250", "land_use_change": "0.04", "land_management_emissions": "0.01", \
                "land_management_removals": "-0.06", "biogenic_non_co2": "0.0001", "technological_removals": "-0.05", \
                "ccs_capture": "-0.1", "biogenic_uptake": "-0.2", "aircraft": "0.003"}, \
                "pcf_excluding_biogenic_uptake": "7.0901000", \
                "quality": {"primary_data_share": "56.12", "technological_dqr": "1.0", "geographical_dqr": "2.25", \
                "temporal_dqr": "2"}, "exempted_percent": "1.50", \
                "boundary": "Cradle-to-gate: steel, pressing, coating", \
                "standards": "PACT-3.0, ISO14067; Steel pool: Rule 4, Rule 5", \
                "verification": "product level; Prüfhaus; ISO 14064-3; 2025-02-01", \
                "packaging_included": "true"}""", judged.record().orElseThrow().toString());
    }

    @Test
    void whatIsAbsentStaysAbsent() {
        SupplierEmission record = record(Footprints.smallest());
        assertEquals(Indicators.newBuilder().setFossil("2.1").build(), record.getIndicators());
        assertEquals("2.10", record.getPcfExcludingBiogenicUptake());
        assertEquals(List.of(), record.getPreceding());
        assertNull(record.getRegion());
        assertNull(record.getQuality().getPrimaryDataShare());
        assertNull(record.getVerification());
        assertNull(record.getPackagingIncluded());
    }

    @Test
    void daysAreThoseOfTheOffsetAndValidityIsThreeYears() {
        SupplierEmission record = record(Footprints.smallest());
        assertEquals(LocalDate.parse("2024-01-01"), record.getReferenceStart());
        assertEquals(LocalDate.parse("2024-12-31"), record.getReferenceEnd());
        assertNull(record.getValidFrom());
        assertEquals(LocalDate.parse("2027-12-31"), record.getValidTo());
    }

    @Test
    void massOfAThirdIsAsLongAsItMustBe() {
        ObjectNode document = Footprints.whole();
        Footprints.pcf(document).put("declaredUnitAmount", "3").put("productMassPerDeclaredUnit", "1");
        assertEquals("0.3333333333333333333333333333333333", record(document).getProductMass());
    }

    @Test
    void massThatMeansNothingIsAbsent() {
        ObjectNode document = Footprints.smallest();
        Footprints.pcf(document)
                .put("declaredUnitOfMeasurement", "kilowatt hour")
                .put("productMassPerDeclaredUnit", "0");
        SupplierEmission record = record(document);
        assertNull(record.getProductMass());
        assertEquals("kW.h", record.getDeclaredUnit());
    }

    @ParameterizedTest
    @CsvSource({
        "liter,L",
        "kilogram,kg",
        "cubic meter,m3",
        "kilowatt hour,kW.h",
        "megajoule,MJ",
        "ton kilometer,t.km",
        "square meter,m2",
        "piece,{piece}",
        "hour,h",
        "megabit second,Mbit.s"
    })
    void everyUnitOfPactIsAUnitOfTheJob(String pact, String ucum) {
        ObjectNode document = Footprints.smallest();
        Footprints.pcf(document).put("declaredUnitOfMeasurement", pact);
        assertEquals(ucum, record(document).getDeclaredUnit());
        assertTrue(Units.find(ucum).isPresent());
    }

    @Test
    void theNarrowestGeographyCounts() {
        ObjectNode document = Footprints.whole();
        Footprints.pcf(document).put("geographyCountry", "DE").put("geographyRegionOrSubregion", "Western Europe");
        assertEquals("DE-BW", record(document).getRegion());
        Footprints.pcf(document).remove("geographyCountrySubdivision");
        assertEquals("DE", record(document).getRegion());
        Footprints.pcf(document).remove("geographyCountry");
        assertNull(record(document).getRegion());
    }

    private static SupplierEmission record(ObjectNode document) {
        Judged judged = Footprints.judge(document);
        return judged.record().orElseThrow(() -> new AssertionError(judged.findings()));
    }
}

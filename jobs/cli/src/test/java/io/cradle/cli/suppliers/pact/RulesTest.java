package io.cradle.cli.suppliers.pact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule, broken in a document that breaks no other; MappingTest sees that the whole document breaks none. */
class RulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "specVersion",
                "created",
                "status",
                "companyName",
                "companyIds",
                "productDescription",
                "productIds",
                "productNameCompany",
                "pcf",
                "pcf.declaredUnitOfMeasurement",
                "pcf.declaredUnitAmount",
                "pcf.productMassPerDeclaredUnit",
                "pcf.referencePeriodStart",
                "pcf.referencePeriodEnd",
                "pcf.pcfExcludingBiogenicUptake",
                "pcf.pcfIncludingBiogenicUptake",
                "pcf.fossilGhgEmissions",
                "pcf.fossilCarbonContent",
                "pcf.ipccCharacterizationFactors",
                "pcf.crossSectoralStandards",
                "pcf.exemptedEmissionsPercent",
                "pcf.dqi.temporalDQR"
            })
    void requiredFieldThatIsMissing(String field) {
        ObjectNode document = Footprints.whole();
        Footprints.parent(document, field).remove(Footprints.last(field));
        refused(document, "$." + field, "is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            specVersion                        | "2.3.0"                | ask the supplier for a document of PACT 3
            specVersion                        | "3"                    | is no version
            created                            | "yesterday"            | is no time
            status                             | "Deprecated"           | is Deprecated
            status                             | "Draft"                | give Active or Deprecated
            companyName                        | ""                     | is empty
            companyIds                         | "urn:x"                | is no list
            companyIds                         | []                     | is an empty list
            pcf                                | "none"                 | is no object
            pcf.fossilGhgEmissions             | 7.25                   | write it as the string "7.25"
            pcf.fossilGhgEmissions             | "7,25"                 | is no decimal
            pcf.fossilGhgEmissions             | "7e3"                  | is no decimal
            pcf.declaredUnitAmount             | "0"                    | is not above 0
            pcf.declaredUnitAmount             | "-1"                   | is not above 0
            pcf.declaredUnitOfMeasurement      | "kg"                   | give one of cubic meter, hour, kilogram
            pcf.productMassPerDeclaredUnit     | "-1"                   | is less than 0
            pcf.geographyCountrySubdivision    | "Bavaria"              | is no code of ISO 3166
            pcf.referencePeriodEnd             | "2024-01-01T00:00:00Z" | is not after referencePeriodStart
            validityPeriodEnd                  | "2025-01-01T00:00:00Z" | is not after validityPeriodStart
            pcf.landUseChangeGhgEmissions      | "-0.04"                | emissions are 0 or more
            pcf.landManagementBiogenicCO2Emissions | "-0.01"            | emissions are 0 or more
            pcf.landManagementBiogenicCO2Removals | "0.06"              | removals and uptake are 0 or less
            pcf.biogenicNonCO2Emissions        | "-0.1"                 | emissions are 0 or more
            pcf.technologicalCO2Removals       | "0.05"                 | removals and uptake are 0 or less
            pcf.ccsTechnologicalCO2Capture     | "0.1"                  | removals and uptake are 0 or less
            pcf.biogenicCO2Uptake              | "0.2"                  | removals and uptake are 0 or less
            pcf.aircraftGhgEmissions           | "-0.003"               | emissions are 0 or more
            pcf.packagingGhgEmissions          | "-0.02"                | emissions are 0 or more
            pcf.packagingEmissionsIncluded     | "yes"                  | give true or false
            pcf.primaryDataShare               | "100.1"                | is not within 0 and 100
            pcf.exemptedEmissionsPercent       | "-1"                   | is not within 0 and 100
            pcf.dqi.technologicalDQR           | "0.9"                  | is not within 1 and 5
            pcf.dqi.geographicalDQR            | "5.1"                  | is not within 1 and 5
            pcf.ipccCharacterizationFactors    | ["AR5"]                | ask the supplier for ["AR6"]
            pcf.ipccCharacterizationFactors    | ["AR5", "AR6"]         | ask the supplier for ["AR6"]
            pcf.ipccCharacterizationFactors    | ["SAR"]                | is no report of the IPCC
            pcf.boundaryProcessesDescription   | "Gate-to-gate"         | ask for cradle-to-gate
            """)
    void faultIsNamedByItsPath(String field, String value, String words) {
        refused(Footprints.with(field, value), "$." + field, words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id                              | "my-footprint"           | is no UUID
            validityPeriodStart             | "2024-06-01T00:00:00Z"   | before the end of the reference period
            validityPeriodEnd               | "2028-06-01T00:00:00Z"   | more than 3 years
            validityPeriodEnd               | "2026-06-01T00:00:00Z"   | its validity ended on 2026-05-31
            pcf.pcfExcludingBiogenicUptake  | "8.1"                    | its indicators add up to 7.0901
            pcf.pcfIncludingBiogenicUptake  | "7.0901"                 | add up to 6.8901
            pcf.exemptedEmissionsPercent    | "3.1"                    | PACT allows at most 3 %
            pcf.packagingEmissionsIncluded  | false                    | packaging is said not to be included
            """)
    void doubtIsAWarningAndStrictlyAnError(String field, String value, String words) {
        ObjectNode document = Footprints.with(field, value);
        Judged lenient = Footprints.judge(document);
        assertTrue(lenient.record().isPresent(), lenient.findings().toString());
        said(lenient, Severity.WARNING, words);
        Judged strict = Footprints.judge(document, true);
        assertFalse(strict.record().isPresent());
        said(strict, Severity.ERROR, words);
    }

    @Test
    void validOnItsLastDay() {
        Judged judged = Footprints.judge(Footprints.with("validityPeriodEnd", "\"2026-06-02T00:00:00Z\""), true);
        assertEquals(List.of(), judged.findings());
    }

    @Test
    void sumThatDiffersIsLeftOutAndItsIndicatorsCount() {
        var record = Footprints.judge(Footprints.with("pcf.pcfExcludingBiogenicUptake", "\"8.1\""))
                .record()
                .orElseThrow();
        assertEquals(null, record.getPcfExcludingBiogenicUptake());
        assertEquals("7.250", record.getIndicators().getFossil());
    }

    @Test
    void roundedSumIsNoted() {
        Judged judged = Footprints.judge(Footprints.with("pcf.pcfExcludingBiogenicUptake", "\"7.09\""), true);
        said(judged, Severity.NOTE, "the stated figure is rounded");
        assertTrue(judged.record().isPresent());
        said(
                Footprints.judge(Footprints.with("pcf.pcfExcludingBiogenicUptake", "\"7.08\"")),
                Severity.WARNING,
                "is stated");
    }

    @Test
    void figuresOfCo2AloneAreTheSameUnderAr6() {
        ObjectNode document = Footprints.with("pcf.ipccCharacterizationFactors", "[\"AR5\"]");
        ObjectNode pcf = Footprints.pcf(document);
        for (String field : List.of(
                "fossilGhgEmissions", "landUseChangeGhgEmissions", "biogenicNonCO2Emissions", "aircraftGhgEmissions")) {
            pcf.put(field, "0");
        }
        pcf.put("pcfExcludingBiogenicUptake", "-0.2").put("pcfIncludingBiogenicUptake", "-0.4");
        Judged judged = Footprints.judge(document);
        said(judged, Severity.NOTE, "the same under AR6");
        assertEquals("AR6", judged.record().orElseThrow().getGwpSet());
    }

    @Test
    void whatTheJobWouldRejectIsNotUsable() {
        ObjectNode document = Footprints.with("pcf.fossilGhgEmissions", "\"7000000000\"");
        Footprints.pcf(document)
                .put("pcfExcludingBiogenicUptake", "6999999999.8401")
                .put("pcfIncludingBiogenicUptake", "6999999999.6401");
        refused(document, "$", "the job would reject it as implausible-amount");
    }

    @Test
    void optionalTextMayBeEmpty() {
        assertEquals(
                List.of(),
                Footprints.judge(Footprints.with("productDescription", "\"\"")).findings());
        assertEquals(
                List.of(),
                Footprints.judge(Footprints.with("pcf.verification.providerName", "\"\""))
                        .findings());
    }

    @Test
    void countryOfAnotherSubdivision() {
        refused(Footprints.with("pcf.geographyCountry", "\"FR\""), "$.pcf.geographyCountrySubdivision", "is not in FR");
    }

    @Test
    void wronglySpeltFieldIsNamed() {
        ObjectNode document = Footprints.whole();
        Footprints.pcf(document)
                .set("FossilGHGEmissions", Footprints.pcf(document).remove("fossilGhgEmissions"));
        refused(document, "$.pcf.fossilGhgEmissions", "rename 'FossilGHGEmissions'");
    }

    private static void refused(ObjectNode document, String path, String words) {
        Judged judged = Footprints.judge(document);
        assertFalse(judged.record().isPresent());
        List<Finding> errors = judged.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        assertEquals(List.of(path), errors.stream().map(Finding::path).toList(), errors.toString());
        assertTrue(errors.get(0).sentence().contains(words), errors.get(0).sentence());
    }

    private static void said(Judged judged, Severity severity, String words) {
        assertTrue(
                judged.findings().stream()
                        .anyMatch(finding -> finding.severity() == severity
                                && finding.sentence().contains(words)),
                judged.findings().toString());
    }
}

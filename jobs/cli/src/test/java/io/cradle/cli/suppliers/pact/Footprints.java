package io.cradle.cli.suppliers.pact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

/** Documents in the shape of PACT 3 that tests change in one place. */
public final class Footprints {
    private static final JsonMapper JSON = new JsonMapper();
    static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    /** A document that nothing is said against, with every field that becomes part of a record. */
    private static final String WHOLE = """
            {
              "id": "0b5a4b0e-2f4a-4f0c-9d0a-6c1f5a0e7d11",
              "specVersion": "3.0.3",
              "precedingPfIds": ["9a1d1b5e-51c5-4e0e-8f3e-1a4bb0f2c001"],
              "created": "2025-02-10T08:00:00Z",
              "status": "Active",
              "validityPeriodStart": "2025-01-01T00:00:00Z",
              "validityPeriodEnd": "2028-01-01T00:00:00Z",
              "companyName": "Nordwerk Brackets",
              "companyIds": ["urn:pact:nordwerk.example:company:1", "urn:lei:000"],
              "productDescription": "Bracket of pressed steel",
              "productIds": ["urn:pact:nordwerk.example:product:B-7", "urn:gtin:04000000000006"],
              "productNameCompany": "B-7",
              "pcf": {
                "declaredUnitOfMeasurement": "piece",
                "declaredUnitAmount": "4",
                "productMassPerDeclaredUnit": "3.0",
                "referencePeriodStart": "2024-01-01T00:00:00Z",
                "referencePeriodEnd": "2025-01-01T00:00:00Z",
                "geographyCountrySubdivision": "DE-BW",
                "boundaryProcessesDescription": "Cradle-to-gate: steel, pressing, coating",
                "pcfExcludingBiogenicUptake": "7.0901000",
                "pcfIncludingBiogenicUptake": "6.8901",
                "fossilGhgEmissions": "7.250",
                "landUseChangeGhgEmissions": "0.04",
                "landManagementBiogenicCO2Emissions": "0.01",
                "landManagementBiogenicCO2Removals": "-0.06",
                "biogenicNonCO2Emissions": "0.0001",
                "technologicalCO2Removals": "-0.05",
                "ccsTechnologicalCO2Capture": "-0.1",
                "biogenicCO2Uptake": "-0.2",
                "aircraftGhgEmissions": "0.003",
                "fossilCarbonContent": "0",
                "packagingEmissionsIncluded": true,
                "packagingGhgEmissions": "0.02",
                "ipccCharacterizationFactors": ["AR6"],
                "crossSectoralStandards": ["PACT-3.0", "ISO14067"],
                "productOrSectorSpecificRules": [
                  {"operator": "Other", "otherOperatorName": "Steel pool", "ruleNames": ["Rule 4", "Rule 5"]}
                ],
                "exemptedEmissionsPercent": "1.50",
                "primaryDataShare": "56.12",
                "dqi": {"technologicalDQR": "1.0", "geographicalDQR": "2.25", "temporalDQR": "2"},
                "verification": {
                  "coverage": "product level",
                  "providerName": "Prüfhaus",
                  "completedAt": "2025-02-01T00:00:00Z",
                  "standardName": "ISO 14064-3"
                }
              }
            }
            """;

    private Footprints() {}

    public static ObjectNode whole() {
        return read(WHOLE);
    }

    /** Only what PACT 3 requires. */
    static ObjectNode smallest() {
        ObjectNode document = whole();
        document.remove(List.of("precedingPfIds", "validityPeriodStart", "validityPeriodEnd"));
        document.set("pcf", read("""
                {
                  "declaredUnitOfMeasurement": "kilogram",
                  "declaredUnitAmount": "1",
                  "productMassPerDeclaredUnit": "1",
                  "referencePeriodStart": "2024-01-01T00:00:00+08:00",
                  "referencePeriodEnd": "2025-01-01T00:00:00+08:00",
                  "pcfExcludingBiogenicUptake": "2.10",
                  "pcfIncludingBiogenicUptake": "2.10",
                  "fossilGhgEmissions": "2.1",
                  "fossilCarbonContent": "0",
                  "ipccCharacterizationFactors": ["AR6"],
                  "crossSectoralStandards": ["ISO14067"],
                  "exemptedEmissionsPercent": "0"
                }
                """));
        return document;
    }

    static ObjectNode pcf(ObjectNode document) {
        return (ObjectNode) document.path("pcf");
    }

    static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole document with one value in place of its own; {@code field} by dots. */
    static ObjectNode with(String field, String json) {
        ObjectNode document = whole();
        JsonNode value = read("{\"value\": " + json + "}").path("value");
        parent(document, field).set(last(field), value);
        return document;
    }

    static ObjectNode parent(ObjectNode document, String field) {
        JsonNode at = document;
        String[] names = field.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            at = at.path(names[i]);
        }
        return (ObjectNode) at;
    }

    static String last(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }

    static Judged judge(ObjectNode document) {
        return judge(document, false);
    }

    static Judged judge(ObjectNode document, boolean strict) {
        return judge(document, judging(strict, Identities.of(null, null, null), RecognitionTable.bundled()));
    }

    static Judged judge(ObjectNode document, Judging judging) {
        return new FootprintReader(judging).read(new PactDocument("f.json", 1, "$", document));
    }

    static Judging judging(boolean strict, Identities identities, RecognitionTable recognition) {
        return new Judging("acme", TODAY, strict, identities, recognition, GasTable.empty());
    }
}

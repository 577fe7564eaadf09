package io.cradle.connectors.files.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.schemas.wire.InputTopic;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published file formats: a change of a contract must not change them unnoticed. */
class TopicColumnsTest {
    private static final String INDICATORS = "fossil land_use_change land_management_emissions"
            + " land_management_removals biogenic_non_co2 technological_removals ccs_capture biogenic_uptake aircraft";
    private static final String QUALITY = "primary_data_share technological_dqr geographical_dqr temporal_dqr";

    @ParameterizedTest
    @CsvSource({
        "BILLS_OF_MATERIALS, network product product_name category declared_unit product_mass valid_from input_kind"
                + " input amount unit supplier region purpose exempted data_source",
        "EMISSION_FACTORS, flow region kind valid_from valid_to unit INDICATORS QUALITY gwp_set kg_per_unit"
                + " net_mj_per_unit source publisher published version",
        "ENERGY_METERS, network meter valid_from process input_kind flow region unit multiplier reading_kind"
                + " register_size data_source",
        "METER_READINGS, network meter start end value unit",
        "ACTIVITY_RECORDS, network record process start end input_kind input amount unit region supplier replaces"
                + " evidence data_source",
        "PRODUCTION_RECORDS, network record process product stage start end amount unit allocation_weight"
                + " allocation_unit allocation_method",
        "PURCHASE_RECORDS, network record product supplier start end amount unit",
        "SUPPLIER_EMISSIONS, network record preceding supplier product declared_unit declared_unit_amount product_mass"
                + " reference_start reference_end valid_from valid_to region gwp_set INDICATORS"
                + " pcf_excluding_biogenic_uptake QUALITY exempted_percent boundary standards verification"
                + " packaging_included",
    })
    void namesAreThePublishedOnes(InputTopic topic, String names) {
        String all = names.replace("INDICATORS", INDICATORS).replace("QUALITY", QUALITY) + " op log_time";
        assertEquals(List.of(all.split(" ")), TopicColumns.of(topic).names());
    }

    @ParameterizedTest
    @CsvSource({"BILLS_OF_MATERIALS, 0 1 6", "EMISSION_FACTORS, 0 1 2 3", "METER_READINGS, 0 1"})
    void keyColumnsStandInTheOrderOfTheKey(InputTopic topic, String places) {
        assertArrayEquals(
                List.of(places.split(" ")).stream().mapToInt(Integer::parseInt).toArray(),
                TopicColumns.keyPlaces(topic));
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVITY_RECORDS, start, INSTANT",
        "ACTIVITY_RECORDS, amount, TEXT",
        "ACTIVITY_RECORDS, region, OPTIONAL_TEXT",
        "BILLS_OF_MATERIALS, valid_from, DAY",
        "BILLS_OF_MATERIALS, supplier, OPTIONAL_TEXT",
        "SUPPLIER_EMISSIONS, preceding, IDENTIFIERS",
        "SUPPLIER_EMISSIONS, fossil, OPTIONAL_TEXT",
    })
    void kindsFollowTheContract(InputTopic topic, String name, CellKind kind) {
        TopicColumns columns = TopicColumns.of(topic);
        assertEquals(
                kind, columns.columns().get(columns.place(name).orElseThrow()).kind());
    }
}

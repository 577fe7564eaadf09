package io.cradle.schemas.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.DataQuality;
import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.Indicators;
import io.cradle.schemas.MeterReading;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordKeyTest {

    @Test
    void aKeyIsTheFieldsOfItsTopicInOrder() {
        BillOfMaterials bill = BillOfMaterials.newBuilder()
                .setNetwork("acme")
                .setProduct("steel")
                .setValidFrom(LocalDate.of(2024, 1, 31))
                .setLines(List.of())
                .build();
        assertEquals("acme/steel/2024-01-31", RecordKey.of(InputTopic.BILLS_OF_MATERIALS, bill));
    }

    @Test
    void anAbsentRegionIsTheWorldAndAnythingElseAbsentIsEmpty() {
        EmissionFactor factor = EmissionFactor.newBuilder()
                .setFlow("electricity")
                .setKind("supply")
                .setIndicators(new Indicators())
                .setQuality(new DataQuality())
                .build();
        assertEquals("electricity/GLO/supply/", RecordKey.of(InputTopic.EMISSION_FACTORS, factor));
    }

    @Test
    void separatorsInsideAPartDoNotSplitIt() {
        MeterReading reading =
                MeterReading.newBuilder().setNetwork("a/b").setMeter("100%2F").build();
        String key = RecordKey.of(InputTopic.METER_READINGS, reading);
        assertEquals("a%2Fb/100%252F", key);
        assertEquals(List.of("a/b", "100%2F"), RecordKey.split(key));
    }

    @Test
    void everyListOfPartsComesBack() {
        for (List<String> parts : List.of(
                List.of(""),
                List.of("", ""),
                List.of("ü", "/", "%"),
                List.of("%25", "%2F", "a//b"),
                List.of("x", ""))) {
            assertEquals(parts, RecordKey.split(RecordKey.join(parts)));
        }
    }
}

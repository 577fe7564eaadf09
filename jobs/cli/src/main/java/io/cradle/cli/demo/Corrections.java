package io.cradle.cli.demo;

import io.cradle.schemas.BillLine;
import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.Indicators;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.RecordKey;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is published half-way through the scenario: a factor of another year, and the same keys with other contents. */
final class Corrections {
    private static final String ELECTRICITY = "electricity/CN/supply/2024-01-01";
    private static final String CAR = RecordKey.join(PlantRecords.NETWORK, "car", "2024-01-01");

    /** At the plants' gates 0.5777, plus 0.0327 for transmission and distribution with their losses. */
    private static final String ELECTRICITY_DELIVERED = "0.6104";

    private Corrections() {}

    /** Whether a bundled record is published only later: until then the factor of the year before serves. */
    static boolean isLater(LogRecord record) {
        return isAt(record, InputTopic.EMISSION_FACTORS, ELECTRICITY);
    }

    /** National electricity of 2024 in place of that of 2023. */
    static DemoRecord electricityOf2024() {
        return DemoRecord.of(InputTopic.EMISSION_FACTORS, bundled(InputTopic.EMISSION_FACTORS, ELECTRICITY))
                .remarked("national electricity of 2024 is published: 0.6205 becomes 0.5777 kgCO2e/kWh");
    }

    /** Electricity as delivered, the way the standard asks for it. */
    static DemoRecord electricityFactor() {
        EmissionFactor published = (EmissionFactor) bundled(InputTopic.EMISSION_FACTORS, ELECTRICITY);
        EmissionFactor corrected = EmissionFactor.newBuilder(published)
                .setIndicators(
                        Indicators.newBuilder().setFossil(ELECTRICITY_DELIVERED).build())
                .setVersion("2024, corrected")
                .setSource(published.getSource()
                        + " 0.5777 + transmission and distribution with losses 0.0327 (GB/T 24067-2024: as delivered)")
                .build();
        return DemoRecord.of(InputTopic.EMISSION_FACTORS, corrected)
                .remarked("electricity in China is published anew: 0.5777 becomes 0.6104 kgCO2e/kWh, with losses");
    }

    /** Less steel, more aluminium. */
    static DemoRecord lighterCar() {
        BillOfMaterials bill = (BillOfMaterials) bundled(InputTopic.BILLS_OF_MATERIALS, CAR);
        List<BillLine> lines = bill.getLines().stream()
                .map(line -> switch (line.getInput()) {
                    case "hot-rolled" ->
                        BillLine.newBuilder(line).setAmount("780").build();
                    case "aluminium" ->
                        BillLine.newBuilder(line).setAmount("205").build();
                    default -> line;
                })
                .toList();
        BillOfMaterials revised =
                BillOfMaterials.newBuilder(bill).setLines(lines).build();
        return DemoRecord.of(InputTopic.BILLS_OF_MATERIALS, revised)
                .remarked("the car becomes lighter: 70 kg of steel less, 30 kg of aluminium more");
    }

    private static org.apache.avro.specific.SpecificRecord bundled(InputTopic topic, String key) {
        for (LogRecord record : ScenarioFiles.records()) {
            if (isAt(record, topic, key)) {
                return ScenarioFiles.decoded(record);
            }
        }
        throw new IllegalStateException("the scenario has no " + topic.topicName() + " " + key);
    }

    private static boolean isAt(LogRecord record, InputTopic topic, String key) {
        return record.topic() == topic && new String(record.key(), StandardCharsets.UTF_8).equals(key);
    }
}

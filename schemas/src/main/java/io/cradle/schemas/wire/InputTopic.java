package io.cradle.schemas.wire;

import io.cradle.schemas.ActivityRecord;
import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.EnergyMeter;
import io.cradle.schemas.MeterReading;
import io.cradle.schemas.ProductionRecord;
import io.cradle.schemas.PurchaseRecord;
import io.cradle.schemas.SupplierEmission;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** The topics that Cradle reads: the log of which every figure is a function. */
public enum InputTopic {
    BILLS_OF_MATERIALS(
            "bills-of-materials", BillOfMaterials.getClassSchema(), List.of("network", "product", "valid_from")),
    ENERGY_METERS("energy-meters", EnergyMeter.getClassSchema(), List.of("network", "meter", "valid_from")),
    METER_READINGS("meter-readings", MeterReading.getClassSchema(), List.of("network", "meter")),
    ACTIVITY_RECORDS("activity-records", ActivityRecord.getClassSchema(), List.of("network", "record")),
    PRODUCTION_RECORDS("production-records", ProductionRecord.getClassSchema(), List.of("network", "record")),
    PURCHASE_RECORDS("purchase-records", PurchaseRecord.getClassSchema(), List.of("network", "record")),
    SUPPLIER_EMISSIONS("supplier-emissions", SupplierEmission.getClassSchema(), List.of("network", "record")),
    EMISSION_FACTORS(
            "emission-factors", EmissionFactor.getClassSchema(), List.of("flow", "region", "kind", "valid_from"));

    private final String topicName;
    private final Schema schema;
    private final List<String> keyFields;

    InputTopic(String topicName, Schema schema, List<String> keyFields) {
        this.topicName = topicName;
        this.schema = schema;
        this.keyFields = keyFields;
    }

    public String topicName() {
        return topicName;
    }

    public Schema schema() {
        return schema;
    }

    /** The fields of the record that make its key, in order. */
    public List<String> keyFields() {
        return keyFields;
    }

    public static Optional<InputTopic> ofName(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst();
    }
}

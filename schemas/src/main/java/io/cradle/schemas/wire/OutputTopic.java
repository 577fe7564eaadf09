package io.cradle.schemas.wire;

import io.cradle.schemas.ActivityEmission;
import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.RejectedRecord;
import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.Schema;

/** The topics that Cradle writes. */
public enum OutputTopic {
    PRODUCT_FOOTPRINTS("product-footprints", ProductFootprint.getClassSchema()),
    LATEST_PRODUCT_FOOTPRINTS("latest-product-footprints", ProductFootprint.getClassSchema()),
    ACTIVITY_EMISSIONS("activity-emissions", ActivityEmission.getClassSchema()),
    NETWORK_REVISIONS("network-revisions", NetworkRevision.getClassSchema()),
    REJECTED_RECORDS("rejected-records", RejectedRecord.getClassSchema());

    private final String topicName;
    private final Schema schema;

    OutputTopic(String topicName, Schema schema) {
        this.topicName = topicName;
        this.schema = schema;
    }

    public String topicName() {
        return topicName;
    }

    public Schema schema() {
        return schema;
    }

    public static Optional<OutputTopic> ofName(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst();
    }
}

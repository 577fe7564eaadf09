package io.cradle.cli.demo;

import io.cradle.schemas.wire.InputTopic;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record of the scenario.
 *
 * @param topic where it belongs
 * @param record what it says
 * @param remark what is special about it, for whoever watches; empty for ordinary records
 */
record DemoRecord(InputTopic topic, SpecificRecord record, Optional<String> remark) {

    static DemoRecord of(InputTopic topic, SpecificRecord record) {
        return new DemoRecord(topic, record, Optional.empty());
    }

    DemoRecord remarked(String text) {
        return new DemoRecord(topic, record, Optional.of(text));
    }
}

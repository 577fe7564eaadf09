package io.cradle.rollup.settle;

import io.cradle.core.Position;
import io.cradle.rollup.intake.KeyedChange;
import io.cradle.schemas.wire.InputTopic;
import java.util.HashMap;
import java.util.Map;

/**
 * The records of one network and epoch, found by where they stand in the log. Of nearly all readings nobody asks for the
 * record again, so they are indexed only when somebody does.
 */
final class EpochRecords {
    static final EpochRecords NONE = new EpochRecords("", new PackedRecords(new PagePool()));

    private final String network;
    private final PackedRecords records;
    private Map<Position, KeyedChange> readings;
    private Map<Position, KeyedChange> others;

    /**
     * Records of an epoch.
     *
     * @param network whose they are
     */
    EpochRecords(String network, PackedRecords records) {
        this.network = network;
        this.records = records;
    }

    /** The record at a position, or null where it is of an earlier epoch. */
    KeyedChange at(Position position) {
        boolean reading = position.topic().equals(InputTopic.METER_READINGS.topicName());
        if (reading && readings == null) {
            readings = index(true);
        } else if (!reading && others == null) {
            others = index(false);
        }
        return (reading ? readings : others).get(position);
    }

    private Map<Position, KeyedChange> index(boolean ofReadings) {
        Map<Position, KeyedChange> index = new HashMap<>();
        records.forEach((record, place) -> {
            if (ofReadings == (record.topic() == InputTopic.METER_READINGS)) {
                index.put(record.position(), record.record(network));
            }
        });
        return index;
    }
}

package io.cradle.rollup.settle;

import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * All state of the job but intake's log times. Values are Avro records of {@code state.avdl} in single-object encoding,
 * so that what a savepoint holds evolves as a contract.
 */
public final class StateDescriptors {
    /** Records that wait for the end of their epoch, many to an entry; of any networks. */
    static final ListStateDescriptor<byte[]> RECORDS_AWAITING_EPOCH =
            new ListStateDescriptor<>("recordsAwaitingEpoch", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    /** The same by position, one to an entry, as version 0.1.0 kept them; read, and not written any more. */
    static final MapStateDescriptor<String, byte[]> CHANGES_AWAITING_EPOCH = bytes("changesAwaitingEpoch");

    /** Readings that wait for their meter and production that waits for a bill, by position. */
    static final MapStateDescriptor<String, byte[]> RECORDS_AWAITING_DEFINITION = bytes("recordsAwaitingDefinition");

    /** Everything that is true of a network, by topic and key. */
    static final MapStateDescriptor<String, byte[]> FACTS = bytes("facts");

    /** Meter readings, one entry per meter, kind and day. */
    static final MapStateDescriptor<String, byte[]> METER_DAYS = bytes("meterDays");

    /** What was last published, by period and product. */
    static final MapStateDescriptor<String, byte[]> LAST_PUBLISHED = bytes("lastPublished");

    /** How far a network is settled. */
    static final ValueStateDescriptor<byte[]> NETWORK_CLOCK =
            new ValueStateDescriptor<>("networkClock", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    /** Factors with their history, by key and position; on every subtask. */
    public static final MapStateDescriptor<String, byte[]> FACTORS = bytes("factors");

    /** The settings that the series was made with. */
    static final ListStateDescriptor<String> SERIES_SETTINGS =
            new ListStateDescriptor<>("seriesSettings", Types.STRING);

    private StateDescriptors() {}

    private static MapStateDescriptor<String, byte[]> bytes(String name) {
        return new MapStateDescriptor<>(name, Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    }
}

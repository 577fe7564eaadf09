package io.cradle.connectors.kafka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.kafka.ticker.Tick;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.OutputRecord;
import io.cradle.schemas.wire.OutputTopic;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** What travels between operators has a serializer of its own, down to the last field. */
class WireTypesTest {

    @Test
    void noFieldNeedsAGenericSerializer() {
        for (Class<?> type : List.of(LogRecord.class, OutputRecord.class, Tick.class)) {
            PojoTypeInfo<?> info = assertInstanceOf(PojoTypeInfo.class, TypeInformation.of(type));
            for (int i = 0; i < info.getArity(); i++) {
                TypeInformation<?> field = info.getTypeAt(i);
                assertTrue(!(field instanceof GenericTypeInfo), type + ": " + field);
            }
        }
    }

    @Test
    void aLogRecordKeepsItsBytesItsNullsAndItsFault() throws IOException {
        LogRecord plain =
                travelled(LogRecord.of(InputTopic.METER_READINGS, 3, 4, 5, new byte[] {1}, null), LogRecord.class);
        assertEquals(InputTopic.METER_READINGS, plain.topic());
        assertEquals(5, plain.appendTimeMs());
        assertArrayEquals(new byte[] {1}, plain.key());
        assertNull(plain.value());
        assertNull(plain.fault());

        LogRecord.Fault fault = new LogRecord.Fault("undecodable", "line 3");
        LogRecord faulty = travelled(
                new LogRecord(InputTopic.ENERGY_METERS, 0, 1, 2, null, new byte[] {7}, false, fault), LogRecord.class);
        assertEquals(fault, faulty.fault());
        assertTrue(travelled(LogRecord.tick(InputTopic.ENERGY_METERS, 0, 1, 2), LogRecord.class)
                .tick());
    }

    @Test
    void anOutputRecordKeepsItsDeletion() throws IOException {
        OutputRecord deletion = travelled(
                new OutputRecord(OutputTopic.LATEST_PRODUCT_FOOTPRINTS, 9, new byte[] {1, 2}, null),
                OutputRecord.class);
        assertEquals(OutputTopic.LATEST_PRODUCT_FOOTPRINTS, deletion.topic());
        assertEquals(9, deletion.asOfMs());
        assertArrayEquals(new byte[] {1, 2}, deletion.key());
        assertNull(deletion.value());
    }

    private static <T> T travelled(T value, Class<T> type) throws IOException {
        TypeSerializer<T> serializer = TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(value, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}

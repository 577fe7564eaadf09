package io.cradle.rollup.intake;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink how batches travel. */
public final class RecordBatchType extends TypeInformation<RecordBatch> {
    private static final long serialVersionUID = 1L;
    public static final RecordBatchType INSTANCE = new RecordBatchType();

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<RecordBatch> getTypeClass() {
        return RecordBatch.class;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<RecordBatch> createSerializer(SerializerConfig config) {
        return RecordBatchSerializer.INSTANCE;
    }

    @Override
    public String toString() {
        return "RecordBatch";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordBatchType;
    }

    @Override
    public int hashCode() {
        return RecordBatchType.class.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof RecordBatchType;
    }
}

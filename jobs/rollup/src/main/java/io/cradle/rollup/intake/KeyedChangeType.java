package io.cradle.rollup.intake;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink how changes travel. */
public final class KeyedChangeType extends TypeInformation<KeyedChange> {
    private static final long serialVersionUID = 1L;
    public static final KeyedChangeType INSTANCE = new KeyedChangeType();

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
    public Class<KeyedChange> getTypeClass() {
        return KeyedChange.class;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<KeyedChange> createSerializer(SerializerConfig config) {
        return KeyedChangeSerializer.INSTANCE;
    }

    @Override
    public String toString() {
        return "KeyedChange";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyedChangeType;
    }

    @Override
    public int hashCode() {
        return KeyedChangeType.class.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof KeyedChangeType;
    }
}

package io.cradle.cli.chaos;

import io.cradle.cli.chaos.ScriptedRecord.Manner;
import java.util.Arrays;
import java.util.Random;

/** What happens to records on bad ways. Whether anything usable is left is for intake and the oracle to say. */
enum Corruption {
    /** The end is missing. */
    CUT {
        @Override
        ScriptedRecord apply(ScriptedRecord record, Random random) {
            return withValue(record, Arrays.copyOf(record.value(), random.nextInt(record.value().length)));
        }
    },
    /**
     * The highest bit of a byte is the other way round. Another bit could make a unit of another, such as kilogauss of
     * kilograms, and the oracle knows only those that are written here.
     */
    BIT {
        @Override
        ScriptedRecord apply(ScriptedRecord record, Random random) {
            byte[] value = record.value().clone();
            value[random.nextInt(value.length)] ^= (byte) 0x80;
            return withValue(record, value);
        }
    },
    /** Something else altogether. */
    NOISE {
        @Override
        ScriptedRecord apply(ScriptedRecord record, Random random) {
            byte[] value = new byte[1 + random.nextInt(200)];
            random.nextBytes(value);
            return withValue(record, value);
        }
    },
    /** A schema that nobody registered. */
    UNKNOWN_SCHEMA {
        @Override
        ScriptedRecord apply(ScriptedRecord record, Random random) {
            byte[] value = record.value().clone();
            value[1] = 0x7f;
            return withValue(record, value);
        }
    },
    /** More follows than there should. */
    TRAILING {
        @Override
        ScriptedRecord apply(ScriptedRecord record, Random random) {
            return withValue(record, Arrays.copyOf(record.value(), record.value().length + 1 + random.nextInt(20)));
        }
    },
    /** Nobody knows what it is about. */
    NO_KEY {
        @Override
        ScriptedRecord apply(ScriptedRecord record, Random random) {
            return spoilt(record, null, record.value());
        }
    },
    /** The key is another's. */
    WRONG_KEY {
        @Override
        ScriptedRecord apply(ScriptedRecord record, Random random) {
            byte[] key = Arrays.copyOf(record.key(), record.key().length + 1);
            key[key.length - 1] = 'x';
            return spoilt(record, key, record.value());
        }
    };

    /** The record as it arrives; its value must not be null. */
    abstract ScriptedRecord apply(ScriptedRecord record, Random random);

    static Corruption any(Random random) {
        return values()[random.nextInt(values().length)];
    }

    private static ScriptedRecord withValue(ScriptedRecord record, byte[] value) {
        return spoilt(record, record.key(), value);
    }

    private static ScriptedRecord spoilt(ScriptedRecord record, byte[] key, byte[] value) {
        return new ScriptedRecord(Manner.SPOILT, record.atMs(), record.topic(), key, value);
    }
}

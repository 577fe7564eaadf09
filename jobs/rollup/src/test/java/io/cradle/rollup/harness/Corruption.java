package io.cradle.rollup.harness;

import io.cradle.core.RejectReason;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Ruins good records in every way that a wire, a program or a person does, so that the reason to reject them is known. */
public final class Corruption {
    private static final List<String> NO_NUMBERS =
            List.of("NaN", "Infinity", "-Infinity", "1,5", "0x10", "1 000", "--1");

    private final SchemaCatalog catalog;
    private final WireFormat wire;
    private final SplittableRandom dice;

    /** What was ruined. */
    public record Ruined(LogRecord record, RejectReason reason) {}

    public Corruption(SchemaCatalog catalog, long seed) {
        this.catalog = catalog;
        this.wire = new WireFormat(catalog);
        this.dice = new SplittableRandom(seed);
    }

    /**
     * Ruins a record in one of the ways, by turns.
     *
     * @param other another record of the same topic, under whose key it may be put
     */
    public Ruined ruin(SpecificRecord good, SpecificRecord other, int turn) {
        InputTopic topic = Framing.topicOf(good);
        byte[] key = key(topic, good);
        byte[] value = wire.encode(topic.topicName(), good);
        return switch (turn % 12) {
            case 0 -> undecodable(topic, key, noise());
            case 1 -> undecodable(topic, key, Arrays.copyOf(value, dice.nextInt(1, value.length)));
            case 2 -> undecodable(topic, key, Arrays.copyOf(value, value.length + dice.nextInt(1, 9)));
            case 3 -> undecodable(topic, key, new byte[0]);
            case 4 -> undecodable(topic, key, flippedMagic(value));
            case 5 -> flipped(topic, key, value);
            case 6 -> unknownSchema(topic, key, withId(value, dice.nextInt(100_000, Integer.MAX_VALUE)));
            case 7 -> unknownSchema(topic, key, withId(value, foreignId(topic)));
            case 8 -> undecodable(topic, strange(key(topic, other), key), value);
            case 9 -> new Ruined(record(topic, null, value), RejectReason.MISSING_FIELD);
            case 10 -> amount(good, topic, NO_NUMBERS.get(dice.nextInt(NO_NUMBERS.size())), RejectReason.NOT_A_NUMBER);
            default ->
                amount(good, topic, dice.nextInt(2, 10) + "e" + dice.nextInt(9, 300), RejectReason.IMPLAUSIBLE_AMOUNT);
        };
    }

    private Ruined amount(SpecificRecord good, InputTopic topic, String amount, RejectReason reason) {
        if (good.getSchema().getField("amount") == null) {
            // No amount of its own: its bytes are cut off instead.
            byte[] value = wire.encode(topic.topicName(), good);
            return undecodable(topic, key(topic, good), Arrays.copyOf(value, dice.nextInt(1, value.length)));
        }
        SpecificRecord copy = SpecificData.get().deepCopy(good.getSchema(), good);
        copy.put(copy.getSchema().getField("amount").pos(), amount);
        return new Ruined(record(topic, key(topic, copy), wire.encode(topic.topicName(), copy)), reason);
    }

    /** One bit flipped behind the framing, anywhere where the record does not remain one of its key. */
    private Ruined flipped(InputTopic topic, byte[] key, byte[] value) {
        while (true) {
            byte[] flipped = value.clone();
            flipped[dice.nextInt(5, value.length)] ^= (byte) (1 << dice.nextInt(8));
            try {
                SpecificRecord still = wire.decode(flipped, topic.schema());
                if (!Arrays.equals(key(topic, still), key)) {
                    return undecodable(topic, key, flipped);
                }
            } catch (WireException e) {
                return undecodable(topic, key, flipped);
            }
        }
    }

    private byte[] flippedMagic(byte[] value) {
        byte[] flipped = value.clone();
        flipped[0] ^= (byte) (1 << dice.nextInt(8));
        return flipped;
    }

    private byte[] noise() {
        byte[] noise = new byte[dice.nextInt(1, 200)];
        dice.nextBytes(noise);
        noise[0] |= 1;
        return noise;
    }

    private static byte[] withId(byte[] value, int id) {
        byte[] foreign = value.clone();
        ByteBuffer.wrap(foreign).putInt(1, id);
        return foreign;
    }

    private int foreignId(InputTopic topic) {
        InputTopic[] topics = InputTopic.values();
        InputTopic foreign = topics[(topic.ordinal() + dice.nextInt(1, topics.length)) % topics.length];
        return catalog.id(foreign.topicName());
    }

    /** A key that is not the record's: another's, or its own with one more byte. */
    private static byte[] strange(byte[] other, byte[] own) {
        return Arrays.equals(other, own) ? Arrays.copyOf(own, own.length + 1) : other;
    }

    private static byte[] key(InputTopic topic, SpecificRecord record) {
        return RecordKey.bytes(RecordKey.of(topic, record));
    }

    private static Ruined undecodable(InputTopic topic, byte[] key, byte[] value) {
        return new Ruined(record(topic, key, value), RejectReason.UNDECODABLE);
    }

    private static Ruined unknownSchema(InputTopic topic, byte[] key, byte[] value) {
        return new Ruined(record(topic, key, value), RejectReason.UNKNOWN_SCHEMA);
    }

    private static LogRecord record(InputTopic topic, byte[] key, byte[] value) {
        return LogRecord.of(topic, 0, 0, 0, key, value);
    }
}

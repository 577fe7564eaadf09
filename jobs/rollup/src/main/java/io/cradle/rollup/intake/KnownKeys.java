package io.cradle.rollup.intake;

import io.cradle.core.RejectedException;
import io.cradle.core.network.ReadingRows;
import io.cradle.schemas.wire.InputTopic;
import java.util.Arrays;
import java.util.List;

/**
 * Keys of meters that were judged before: meters report again and again, and their keys need not be decoded, split and
 * judged each time. A key falls out when another takes its place, so the memory is bounded, whoever writes. For one
 * thread.
 */
final class KnownKeys {
    /** A power of two; some 10 MB at most where every place is taken. */
    private static final int PLACES = 1 << 16;

    /** Where the place of a key is taken, the next ones are tried, so that two keys do not push each other out. */
    private static final int NEIGHBOURS = 8;

    /** A key in which nothing is escaped, so that its parts stand in it as they stand in the record. */
    static final class MeterKey {
        private final byte[] bytes;
        private final int networkBytes;
        private final String text;
        private final String network;
        private final String meter;

        // Its number in the rows that it was met in last.
        private ReadingRows rows;
        private long epoch;
        private int number;

        private MeterKey(byte[] bytes, String text, List<String> parts) {
            this.bytes = bytes;
            this.networkBytes = slash(bytes);
            this.text = text;
            this.network = parts.get(0);
            this.meter = parts.get(1);
        }

        byte[] bytes() {
            return bytes;
        }

        /** How many bytes the network takes; a slash and the meter follow. */
        int networkBytes() {
            return networkBytes;
        }

        String text() {
            return text;
        }

        String network() {
            return network;
        }

        String meter() {
            return meter;
        }

        /** The number of the meter in rows of readings. */
        int numberIn(ReadingRows ofEpoch) {
            if (rows != ofEpoch || epoch != ofEpoch.epoch()) {
                rows = ofEpoch;
                epoch = ofEpoch.epoch();
                number = ofEpoch.meter(text, meter);
            }
            return number;
        }
    }

    /** 2^32 by the golden ratio: names that differ in their last digits only are spread wide. */
    private static final int SPREAD = 0x9E3779B9;

    private final MeterKey[] known = new MeterKey[PLACES];

    /** The key, or null where it is none that can be known. */
    MeterKey find(Slice bytes) {
        int home = home(bytes);
        for (int i = 0; i < NEIGHBOURS; i++) {
            int place = (home + i) & (PLACES - 1);
            if (known[place] == null) {
                known[place] = judged(bytes.copy());
                return known[place];
            }
            if (isSame(known[place].bytes, bytes)) {
                return known[place];
            }
        }
        MeterKey key = judged(bytes.copy());
        if (key != null) {
            known[home] = key;
        }
        return key;
    }

    private static boolean isSame(byte[] key, Slice bytes) {
        return Arrays.equals(key, 0, key.length, bytes.array(), bytes.from(), bytes.to());
    }

    private static MeterKey judged(byte[] bytes) {
        if (bytes.length > KeyReader.MAX_KEY_BYTES) {
            return null;
        }
        try {
            String text = KeyReader.text(InputTopic.METER_READINGS, bytes);
            List<String> parts = KeyReader.parts(InputTopic.METER_READINGS, text);
            return text.indexOf('%') >= 0 ? null : new MeterKey(bytes, text, parts);
        } catch (RejectedException e) {
            // The general way finds the same and says so.
            return null;
        }
    }

    private static int slash(byte[] bytes) {
        int at = 0;
        while (bytes[at] != '/') {
            at++;
        }
        return at;
    }

    private static int home(Slice bytes) {
        int hash = 0;
        for (int i = bytes.from(); i < bytes.to(); i++) {
            hash = 31 * hash + bytes.array()[i];
        }
        return (hash * SPREAD) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PLACES));
    }
}

package io.cradle.rollup.intake;

import io.cradle.core.RejectedException;
import io.cradle.core.network.ReadingRows;
import io.cradle.schemas.wire.InputTopic;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Keys of meters that were judged before: meters report again and again, and their keys need not be decoded, split and
 * judged each time. A key falls out when another takes its place, so the memory is bounded, whoever writes. For one
 * thread.
 */
final class KnownKeys {
    /** A power of two; some 60 MB at most where every place is taken. */
    private static final int PLACES = 1 << 16;

    /** Where the place of a key is taken, the next ones are tried, so that two keys do not push each other out. */
    private static final int NEIGHBOURS = 8;

    /** Longer keys are not kept, so that a key takes some hundred bytes of memory at most. */
    private static final int MOST_BYTES = 200;

    private static final int LINE_BYTES = 64;
    /** In place of a length: there is no key, which none of no length can be. */
    private static final byte EMPTY = 0;
    /** In place of a length: the key does not fit. */
    private static final byte LONG = -1;

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

        private MeterKey(byte[] bytes, String text, String network, String meter) {
            this.bytes = bytes;
            this.networkBytes = slash(bytes);
            this.text = text;
            this.network = network;
            this.meter = meter;
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

    /** 2^64 by the golden ratio: names that differ in their last digits only are spread wide. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final MeterKey[] known = new MeterKey[PLACES];
    /** Meters of a network share its name, so that finding the network again takes no look at the text. */
    private final NetworkNames networks = new NetworkNames();

    /** The keys once more, those that fit behind their length, so that finding one takes a look into one place. */
    private final byte[] lines = new byte[PLACES * LINE_BYTES];

    /** The key, or null where it is none that can be known. */
    MeterKey find(Slice bytes) {
        long hash = hash(bytes);
        int home = (int) (hash >>> (Long.SIZE - Integer.numberOfTrailingZeros(PLACES)));
        for (int i = 0; i < NEIGHBOURS; i++) {
            int place = (home + i) & (PLACES - 1);
            if (isAt(place, bytes)) {
                return known[place];
            }
            if (lines[place * LINE_BYTES] == EMPTY) {
                return learn(bytes, place);
            }
        }
        return learn(bytes, home);
    }

    private boolean isAt(int place, Slice bytes) {
        int line = place * LINE_BYTES;
        int length = bytes.length();
        if (length < LINE_BYTES) {
            return lines[line] == length
                    && Arrays.equals(lines, line + 1, line + 1 + length, bytes.array(), bytes.from(), bytes.to());
        }
        return lines[line] == LONG
                && Arrays.equals(
                        known[place].bytes, 0, known[place].bytes.length, bytes.array(), bytes.from(), bytes.to());
    }

    private MeterKey learn(Slice bytes, int place) {
        MeterKey key = judged(bytes.copy());
        if (key != null) {
            known[place] = key;
            int line = place * LINE_BYTES;
            boolean fits = bytes.length() < LINE_BYTES;
            lines[line] = fits ? (byte) bytes.length() : LONG;
            if (fits) {
                System.arraycopy(bytes.array(), bytes.from(), lines, line + 1, bytes.length());
            }
        }
        return key;
    }

    private MeterKey judged(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return null;
        }
        try {
            String text = KeyReader.text(InputTopic.METER_READINGS, bytes);
            List<String> parts = KeyReader.parts(InputTopic.METER_READINGS, text);
            return text.indexOf('%') >= 0 ? null : new MeterKey(bytes, text, networks.of(bytes), parts.get(1));
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

    /** Eight bytes at a time; the last eight may have been among those before. */
    private static long hash(Slice bytes) {
        byte[] array = bytes.array();
        int last = bytes.to() - Long.BYTES;
        long hash = bytes.length();
        if (last < bytes.from()) {
            for (int i = bytes.from(); i < bytes.to(); i++) {
                hash = mixed(hash, array[i]);
            }
            return hash;
        }
        for (int i = bytes.from(); i < last; i += Long.BYTES) {
            hash = mixed(hash, (long) EIGHT.get(array, i));
        }
        return mixed(hash, (long) EIGHT.get(array, last));
    }

    private static long mixed(long hash, long next) {
        long mixed = (hash ^ next) * SPREAD;
        return mixed ^ (mixed >>> 29);
    }
}

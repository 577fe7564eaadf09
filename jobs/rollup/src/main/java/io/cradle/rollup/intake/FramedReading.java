package io.cradle.rollup.intake;

import io.cradle.core.Position;
import io.cradle.core.RejectedException;
import io.cradle.core.activity.Reading;
import io.cradle.core.network.Change;
import io.cradle.core.network.ReadingRows;
import io.cradle.core.quantity.PlainDecimal;
import io.cradle.core.quantity.ShortDecimal;
import io.cradle.core.quantity.Unit;
import io.cradle.core.quantity.Units;
import io.cradle.schemas.MeterReading;
import io.cradle.schemas.wire.SchemaCatalog;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what nearly all of the log is, readings as this build writes them, straight from their bytes: the names in the
 * record are compared with the key and not made anew. Whatever is in any way unusual (another schema, an escaped key, a
 * byte too many, an absent end) is left to the general way. Not thread safe.
 */
final class FramedReading {
    private static final int HEADER_BYTES = 5;
    /** The branches of an optional field as Avro writes their numbers. */
    private static final int ABSENT = 0;

    private static final int PRESENT = 2;
    /** Stands for a length that is none, or longer than any that is read here. */
    private static final int UNUSUAL = -1;

    private final SchemaCatalog catalog;
    private final Fields fields;
    private final ActivityReader activity;
    private final KnownKeys keys = new KnownKeys();
    private Integer ownId;
    private Integer otherId;

    private byte[] unitBytes = {};
    private Unit unit;

    private byte[] bytes;
    private int at;
    private int end;
    private boolean usual;

    // What the last record says.
    private KnownKeys.MeterKey key;
    private boolean started;
    private long startMs;
    private long endMs;
    private long decimal;
    private Unit ofValue;

    FramedReading(SchemaCatalog catalog, Plausibility limits) {
        this.catalog = catalog;
        this.fields = new Fields(limits, Long.MIN_VALUE);
        this.activity = new ActivityReader(fields);
    }

    /** Reads a record; false where the general way must. */
    boolean read(Slice keyBytes, Slice value) {
        return read(keyBytes, value, false);
    }

    /** The same of a record that was read before: the names in it are those of its key. */
    boolean readAgain(Slice keyBytes, Slice value) {
        return read(keyBytes, value, true);
    }

    private boolean read(Slice keyBytes, Slice value, boolean again) {
        key = isOwn(value) ? keys.find(keyBytes) : null;
        if (key == null) {
            return false;
        }
        bytes = value.array();
        at = value.from() + HEADER_BYTES;
        end = value.to();
        usual = true;
        if (again) {
            skip();
            skip();
        } else {
            int network = keyBytes.from() + key.networkBytes();
            expect(keyBytes.array(), keyBytes.from(), network);
            expect(keyBytes.array(), network + 1, keyBytes.to());
        }
        started = usual && isPresent();
        startMs = started ? number() : Reading.NO_START;
        boolean ended = usual && isPresent();
        endMs = ended ? number() : 0;
        decimal = usual ? decimal() : ShortDecimal.NONE;
        ofValue = usual && isPresent() ? unit() : null;
        return usual && ended && at == end;
    }

    /**
     * Judges what was read.
     *
     * @throws RejectedException if the record cannot be used; the general way would say the same
     */
    void judge(long logTimeMs) throws RejectedException {
        fields.judgeAt(logTimeMs);
        if (!fields.isPlausible(ShortDecimal.value(decimal))) {
            fields.requirePlausible(ShortDecimal.value(decimal), PlainDecimal.of(decimal), "value");
        }
        activity.requireTimes(started, startMs, endMs);
    }

    /** What was read, as a change. */
    Change.ReadingChange change(Position position) {
        return new Change.ReadingChange(
                position, key.text(), key.meter(), new Reading(startMs, endMs, PlainDecimal.of(decimal), ofValue));
    }

    /** The network that what was read belongs to. */
    String network() {
        return key.network();
    }

    /**
     * Adds what was read to others.
     *
     * @param place at which it is found again
     */
    void addTo(ReadingRows rows, RecordCursor record, long place) {
        rows.add(
                key.numberIn(rows),
                record.logTimeMs(),
                record.partition(),
                record.offset(),
                startMs,
                endMs,
                decimal,
                ofValue,
                place);
    }

    /** Whether a value is framed with the id of this build's schema. */
    private boolean isOwn(Slice value) {
        if (value.length() < HEADER_BYTES || value.array()[value.from()] != 0) {
            return false;
        }
        int id = ByteBuffer.wrap(value.array(), value.from() + 1, 4).getInt();
        if (ownId != null && ownId == id) {
            return true;
        }
        if (otherId != null && otherId == id) {
            return false;
        }
        boolean own =
                catalog.schema(id).map(MeterReading.getClassSchema()::equals).orElse(false);
        if (own) {
            ownId = id;
        } else {
            otherId = id;
        }
        return own;
    }

    /** Passes over a text that must be a part of the key. */
    private void expect(byte[] key, int from, int to) {
        int length = length();
        usual = usual && length == to - from && Arrays.equals(bytes, at, at + length, key, from, to);
        at += length;
    }

    private void skip() {
        int length = length();
        at += length;
    }

    private boolean isPresent() {
        int branch = at < end ? bytes[at++] : UNUSUAL;
        usual = branch == ABSENT || branch == PRESENT;
        return branch == PRESENT;
    }

    private long decimal() {
        int length = length();
        long read = usual ? ShortDecimal.ofCanonical(bytes, at, at + length) : ShortDecimal.NONE;
        usual = read != ShortDecimal.NONE;
        at += length;
        return read;
    }

    /** A text of plain characters. */
    private String text(int most) {
        int length = length();
        usual = usual && length <= most && isAscii(length);
        String text = usual ? new String(bytes, at, length, StandardCharsets.ISO_8859_1) : null;
        at += length;
        return text;
    }

    private boolean isAscii(int length) {
        for (int i = at; i < at + length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** The unit, which mostly is that of the reading before. */
    private Unit unit() {
        int from = at;
        int length = length();
        if (usual && Arrays.equals(bytes, at, at + length, unitBytes, 0, unitBytes.length)) {
            at += length;
            return unit;
        }
        at = from;
        String code = text(Units.MAX_CODE_LENGTH);
        Unit found = usual ? Units.find(code).orElse(null) : null;
        usual = found != null;
        if (usual) {
            unit = found;
            unitBytes = code.getBytes(StandardCharsets.ISO_8859_1);
        }
        return found;
    }

    /** A length that what is left has room for. */
    private int length() {
        long length = number();
        usual = usual && length >= 0 && length <= end - at;
        return usual ? (int) length : 0;
    }

    /** A number of Avro: zigzag, seven bits at a time, the lowest first. */
    private long number() {
        long value = 0;
        int shift = 0;
        while (usual && at < end && shift < Long.SIZE - 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
            if (next >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        usual = false;
        return 0;
    }
}

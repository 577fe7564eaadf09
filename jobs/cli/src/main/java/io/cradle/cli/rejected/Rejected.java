package io.cradle.cli.rejected;

import io.cradle.schemas.RejectedRecord;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** A record of {@code rejected-records}, and what can be read of it. */
record Rejected(RejectedRecord record) {

    String position() {
        return record.getTopic() + "/" + record.getPartition() + "/" + record.getOffset();
    }

    InputTopic topic() {
        return InputTopic.ofName(record.getTopic()).orElseThrow();
    }

    Instant logTime() {
        return record.getLogTime();
    }

    String reason() {
        return record.getReason();
    }

    String detail() {
        return record.getDetail();
    }

    /** The key bytes, or null where the record has none. */
    byte[] key() {
        return bytes(record.getKey());
    }

    /** The value bytes, or null for a deletion. */
    byte[] value() {
        return bytes(record.getValue());
    }

    private static byte[] bytes(ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** The key as text, or its bytes where it is none. */
    String keyText() {
        if (record.getKey() == null) {
            return "(none)";
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(record.getKey().duplicate())
                    .toString();
        } catch (CharacterCodingException e) {
            return "0x" + HexFormat.of().formatHex(key());
        }
    }

    /** The network it belongs to; empty for a factor, and where there is no key. */
    String network() {
        return record.getKey() == null || topic() == InputTopic.EMISSION_FACTORS
                ? ""
                : RecordKey.split(keyText()).get(0);
    }

    boolean isDeletion() {
        return record.getValue() == null;
    }

    /** The value as a record; empty where it does not decode, or is a deletion. */
    Optional<SpecificRecord> decoded(WireFormat wire) {
        if (isDeletion()) {
            return Optional.empty();
        }
        try {
            return Optional.of(wire.decode(value(), topic().schema()));
        } catch (WireException e) {
            return Optional.empty();
        }
    }

    String valueHex() {
        return HexFormat.of().formatHex(value());
    }
}

package io.cradle.connectors.files.sink;

import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The value of a rejected record for a person to read: JSON where it decodes, else its bytes as text. */
final class RejectedValue {
    private final WireFormat wire;

    RejectedValue(WireFormat wire) {
        this.wire = wire;
    }

    String print(String topicName, ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        Optional<InputTopic> topic = InputTopic.ofName(topicName);
        if (topic.isPresent()) {
            try {
                return RecordJson.of(wire.decode(bytes, topic.get().schema()));
            } catch (WireException e) {
                return text(bytes);
            }
        }
        return text(bytes);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

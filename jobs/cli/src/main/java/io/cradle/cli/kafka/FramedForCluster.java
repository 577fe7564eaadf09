package io.cradle.cli.kafka;

import io.cradle.connectors.kafka.RecordPublisher;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;
import java.nio.charset.StandardCharsets;

/** Publishes records that files were made into: their values carry the bundled schema ids, a cluster has its own. */
public final class FramedForCluster {
    private final WireFormat bundled = new WireFormat(SchemaCatalog.bundled());
    private final RecordPublisher publisher;

    public FramedForCluster(RecordPublisher publisher) {
        this.publisher = publisher;
    }

    /** Publishes a record without a fault. */
    public void publish(LogRecord record) {
        if (record.value() == null) {
            publisher.delete(record.topic(), new String(record.key(), StandardCharsets.UTF_8));
            return;
        }
        try {
            publisher.publish(
                    record.topic(),
                    bundled.decode(record.value(), record.topic().schema()));
        } catch (WireException e) {
            throw new IllegalStateException("a record that was just made of a row does not decode", e);
        }
    }
}

package io.cradle.connectors.files.input;

import io.cradle.connectors.files.rows.TopicFile;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.WireFormat;
import java.util.Iterator;

/** What one file adds to the log of its topic, in the order of log time and line. */
interface TopicLog extends Iterator<Entry>, AutoCloseable {

    static TopicLog of(TopicFile file, WireFormat wire) {
        return file.topic() == InputTopic.BILLS_OF_MATERIALS ? new BillLog(file, wire) : new RowLog(file, wire);
    }

    InputTopic topic();

    long bytesRead();

    /** Rows read so far. */
    long rowsRead();

    @Override
    void close();
}

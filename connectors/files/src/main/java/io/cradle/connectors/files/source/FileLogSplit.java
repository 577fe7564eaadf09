package io.cradle.connectors.files.source;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * The whole log: there is one split, because order matters across files.
 *
 * @param emitted records that have been emitted from it
 */
public record FileLogSplit(long emitted) implements SourceSplit {
    static final FileLogSplit WHOLE = new FileLogSplit(0);

    @Override
    public String splitId() {
        return "files";
    }
}

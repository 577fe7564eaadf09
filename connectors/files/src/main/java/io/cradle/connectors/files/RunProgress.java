package io.cradle.connectors.files;

import io.cradle.schemas.wire.InputTopic;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How far a run on files has come, for whoever watches it from the same JVM. Source and sink are shipped to the job in
 * serialised form, so they carry only the id of the run and look its progress up here; in another JVM they count for
 * nobody. Thread safe.
 */
public final class RunProgress implements AutoCloseable {
    private static final ConcurrentMap<String, RunProgress> WATCHED = new ConcurrentHashMap<>();

    private final String runId;
    private final Map<InputTopic, Long> rowsRead = new EnumMap<>(InputTopic.class);
    private final SortedMap<String, Long> rejectedByReason = new TreeMap<>();
    private long bytesRead;
    private long footprints;
    private long products;
    private long epochs;

    private RunProgress(String runId) {
        this.runId = runId;
    }

    /**
     * Starts watching a run.
     *
     * @throws IllegalStateException if a run with this id is being watched
     */
    public static RunProgress watch(String runId) {
        RunProgress progress = new RunProgress(runId);
        if (WATCHED.putIfAbsent(runId, progress) != null) {
            throw new IllegalStateException("run " + runId + " is being watched already");
        }
        return progress;
    }

    /** The progress of a run; where nobody watches it, one that nobody sees. */
    public static RunProgress of(String runId) {
        RunProgress watched = WATCHED.get(runId);
        return watched == null ? new RunProgress(runId) : watched;
    }

    /** Stops watching; what was counted stays readable. */
    @Override
    public void close() {
        WATCHED.remove(runId, this);
    }

    /** The source's whole count so far: bytes of the files as they lie on disk, rows below the headers. */
    public synchronized void read(long bytes, Map<InputTopic, Long> rows) {
        bytesRead = bytes;
        rowsRead.putAll(rows);
    }

    /** The sink's whole count so far: rows of product-footprints, different products in them, different epoch ends. */
    public synchronized void written(long footprintRows, long differentProducts, long differentEpochs) {
        footprints = footprintRows;
        products = differentProducts;
        epochs = differentEpochs;
    }

    /** The sink's whole count of rejected records so far, by reason. */
    public synchronized void rejected(Map<String, Long> byReason) {
        rejectedByReason.putAll(byReason);
    }

    public synchronized long bytesRead() {
        return bytesRead;
    }

    /** Rows read per topic, of the topics that have a file. */
    public synchronized Map<InputTopic, Long> rowsRead() {
        Map<InputTopic, Long> copy = new EnumMap<>(InputTopic.class);
        copy.putAll(rowsRead);
        return Collections.unmodifiableMap(copy);
    }

    public synchronized long footprints() {
        return footprints;
    }

    public synchronized long products() {
        return products;
    }

    public synchronized long epochs() {
        return epochs;
    }

    /** Rejected records by reason, reasons in alphabetical order. */
    public synchronized SortedMap<String, Long> rejectedByReason() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(rejectedByReason));
    }
}

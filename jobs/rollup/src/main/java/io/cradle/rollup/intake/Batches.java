package io.cradle.rollup.intake;

import io.cradle.schemas.wire.LogRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Gathers records by network. One by one, sending a record to its network would cost as much as settling it. Nothing
 * waits here longer than until the next watermark, before which nothing can be done with it anyway.
 */
final class Batches {
    private static final int FIRST_BYTES = 1 << 9;
    /** A batch goes when it is so large: a quarter of what the network between operators carries at a time. */
    private static final int BATCH_BYTES = 1 << 13;
    /** All go when they are so large together, which takes very many networks. */
    private static final int MOST_BYTES = 1 << 22;

    private final Consumer<RecordBatch> out;
    private final Map<String, Open> open = new HashMap<>();
    private int bytes;

    private static final class Open {
        private final RecordPage page = new RecordPage(FIRST_BYTES);
        private long firstLogTimeMs = Long.MAX_VALUE;
        private long lastLogTimeMs = Long.MIN_VALUE;
    }

    /**
     * Begins with nothing.
     *
     * @param out where batches go
     */
    Batches(Consumer<RecordBatch> out) {
        this.out = out;
    }

    /** A record of a network, which has a key. */
    void add(String network, LogRecord record, long logTimeMs) {
        Open batch = open.get(network);
        if (batch == null) {
            batch = new Open();
            open.put(network, batch);
        }
        int before = batch.page.length();
        makeRoom(batch.page, RecordPage.most(record.topic(), record.key(), record.value()));
        batch.page.add(record.topic(), record.partition(), record.offset(), logTimeMs, record.key(), record.value());
        batch.firstLogTimeMs = Math.min(batch.firstLogTimeMs, logTimeMs);
        batch.lastLogTimeMs = Math.max(batch.lastLogTimeMs, logTimeMs);
        bytes += batch.page.length() - before;
        if (batch.page.length() >= BATCH_BYTES) {
            send(network, batch);
        } else if (bytes >= MOST_BYTES) {
            sendAll();
        }
    }

    private static void makeRoom(RecordPage page, int most) {
        if (page.room() < most) {
            page.growTo(Math.max(2 * page.bytes().length, page.length() + most));
        }
    }

    /** Sends everything that waits. */
    void sendAll() {
        open.forEach(this::send);
        // Networks come and go: what is empty now may stay so.
        open.clear();
    }

    private void send(String network, Open batch) {
        if (batch.page.count() > 0) {
            int count = batch.page.count();
            bytes -= batch.page.length();
            out.accept(new RecordBatch(network, batch.firstLogTimeMs, batch.lastLogTimeMs, count, batch.page.take()));
            batch.firstLogTimeMs = Long.MAX_VALUE;
            batch.lastLogTimeMs = Long.MIN_VALUE;
        }
    }
}

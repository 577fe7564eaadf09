package io.cradle.cli.chaos;

import io.cradle.connectors.kafka.RecordPublisher;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends a script in a thread of its own, each record at its time; brokers that are away are waited for. */
final class Playback implements AutoCloseable {
    private final List<ScriptedRecord> records;
    private final RecordPublisher publisher;
    private final Thread thread;
    private final AtomicInteger sent = new AtomicInteger();
    private volatile boolean stopped;
    private volatile RuntimeException failure;

    private Playback(List<ScriptedRecord> records, RecordPublisher publisher) {
        this.records = records;
        this.publisher = publisher;
        this.thread = new Thread(this::play, "script");
    }

    /** Begins to send; the publisher belongs to the playback until it is closed. */
    static Playback start(List<ScriptedRecord> records, RecordPublisher publisher) {
        Playback playback = new Playback(records, publisher);
        playback.thread.start();
        return playback;
    }

    /**
     * Sends no more, and waits until what was sent has arrived.
     *
     * @return the records sent
     * @throws RuntimeException what sending failed with
     */
    List<ScriptedRecord> end() {
        close();
        if (failure != null) {
            throw failure;
        }
        publisher.flush();
        return records.subList(0, sent.get());
    }

    private void play() {
        long began = System.nanoTime();
        try {
            for (ScriptedRecord record : records) {
                waitUntil(began + TimeUnit.MILLISECONDS.toNanos(record.atMs()));
                if (stopped) {
                    return;
                }
                publisher.publish(record.toSend());
                sent.incrementAndGet();
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0 && !stopped; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

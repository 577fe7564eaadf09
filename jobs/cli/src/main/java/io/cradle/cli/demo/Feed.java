package io.cradle.cli.demo;

import io.cradle.cli.kafka.FramedForCluster;
import io.cradle.cli.terminal.StopSignal;
import io.cradle.connectors.kafka.RecordPublisher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Streams the scenario into the broker: history many times faster than life, then every quarter hour when it is over.
 * Works on a thread of its own until it is closed.
 */
final class Feed implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(20);

    private final Scenario scenario;
    private final RecordPublisher publisher;
    private final Clock clock;
    private final Duration historyTakes;
    private final StopSignal stop = new StopSignal();
    private final Queue<String> remarks = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::work, "scenario");
    private volatile Instant lastSent = Instant.MIN;
    private volatile long sent;
    private volatile RuntimeException failure;

    private Feed(Scenario scenario, RecordPublisher publisher, Clock clock, Duration historyTakes) {
        this.scenario = scenario;
        this.publisher = publisher;
        this.clock = clock;
        this.historyTakes = historyTakes;
    }

    /** Begins to stream; the caller closes the publisher after the feed. */
    static Feed start(Scenario scenario, RecordPublisher publisher, Clock clock, Duration historyTakes) {
        Feed feed = new Feed(scenario, publisher, clock, historyTakes);
        feed.thread.setDaemon(true);
        feed.thread.start();
        return feed;
    }

    /** Records that the broker has acknowledged. */
    long sent() {
        return sent;
    }

    /** When the last record was acknowledged: the log reaches at least this far when everything has been read. */
    Instant lastSent() {
        return lastSent;
    }

    /** What was special since the last call. */
    List<String> newRemarks() {
        List<String> since = new ArrayList<>();
        for (String remark = remarks.poll(); remark != null; remark = remarks.poll()) {
            since.add(remark);
        }
        return since;
    }

    /** Throws what has ended the feed, if something has. */
    void requireHealthy() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        stop.give();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            FramedForCluster framed = new FramedForCluster(publisher);
            ScenarioFiles.atTheBeginning().forEach(framed::publish);
            acknowledged();
            history();
            while (!stop.await(TICK)) {
                if (!scenario.nextEnd().isAfter(clock.instant())) {
                    publishNext();
                    acknowledged();
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void history() {
        Instant began = clock.instant();
        int quarters = scenario.quartersOfHistory();
        int taken = 0;
        while (taken < quarters && !stop.await(TICK)) {
            double passed = (double) Duration.between(began, clock.instant()).toMillis() / historyTakes.toMillis();
            int due = (int) Math.min(quarters, Math.ceil(passed * quarters));
            if (taken < due) {
                for (; taken < due; taken++) {
                    publishNext();
                }
                acknowledged();
            }
        }
    }

    private void publishNext() {
        for (DemoRecord record : scenario.take()) {
            publisher.publish(record.topic(), record.record());
            record.remark().ifPresent(remarks::add);
        }
    }

    private void acknowledged() {
        publisher.flush();
        sent = publisher.count();
        lastSent = clock.instant();
    }
}

package io.cradle.cli.bench.freshness;

import io.cradle.cli.CommandException;
import io.cradle.cli.terminal.StopSignal;
import io.cradle.connectors.kafka.RecordPublisher;
import io.cradle.schemas.wire.InputTopic;
import java.time.Duration;

/** Appends readings at a rate: every few milliseconds as many as are due by the clock. */
final class ReadingStream {
    private static final Duration STEP = Duration.ofMillis(5);
    private static final long SECOND_NANOS = 1_000_000_000;

    private final FreshnessSettings settings;
    private final MeteredNetwork network;
    private final AppendTimes appended;

    ReadingStream(FreshnessSettings settings, MeteredNetwork network, AppendTimes appended) {
        this.settings = settings;
        this.network = network;
        this.appended = appended;
    }

    /**
     * Appends all of them and waits until they are acknowledged.
     *
     * @param everySecond what to do beside it; shortly
     */
    void run(RecordPublisher publisher, StopSignal stop, Runnable everySecond) {
        long startNanos = System.nanoTime();
        long sent = 0;
        long seconds = 0;
        while (sent < settings.readings()) {
            long passedNanos = System.nanoTime() - startNanos;
            long due = Math.min(settings.readings(), settings.rate() * passedNanos / SECOND_NANOS);
            for (; sent < due; sent++) {
                send(publisher, sent);
            }
            if (passedNanos / SECOND_NANOS > seconds) {
                seconds = passedNanos / SECOND_NANOS;
                everySecond.run();
            }
            if (stop.await(STEP)) {
                throw new CommandException("stopped before the end: there is no report");
            }
        }
        publisher.flush();
    }

    private void send(RecordPublisher publisher, long number) {
        int pair = network.pairOf(number);
        publisher.publish(
                InputTopic.METER_READINGS, network.reading(number), appendedMs -> appended.note(pair, appendedMs));
    }
}

package io.cradle.cli.bench.recovery;

import io.cradle.cli.CommandException;
import io.cradle.cli.chaos.LargeScript;
import io.cradle.cli.terminal.StopSignal;
import io.cradle.connectors.kafka.RecordPublisher;
import io.cradle.schemas.wire.InputTopic;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Changes the bill of the probe every second while something is waited for. */
final class ProbeStream {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final long SECOND_NANOS = 1_000_000_000;

    private final LargeScript script;
    private final RecordPublisher publisher;
    private final StopSignal stop;
    private long step;
    private long lastNanos = System.nanoTime();

    ProbeStream(LargeScript script, RecordPublisher publisher, StopSignal stop) {
        this.script = script;
        this.publisher = publisher;
        this.stop = stop;
    }

    /**
     * Waits.
     *
     * @param what for the sentence that says that it did not come
     */
    void until(String what, Duration most, BooleanSupplier condition) {
        long deadline = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - lastNanos > SECOND_NANOS) {
                lastNanos = System.nanoTime();
                publisher.publish(InputTopic.BILLS_OF_MATERIALS, script.probe(++step));
            }
            if (stop.await(LOOK_AGAIN)) {
                throw new CommandException("stopped before the end: there is no report");
            }
            if (System.nanoTime() > deadline) {
                throw new CommandException(what + " did not come within " + most.toSeconds() + " s");
            }
        }
    }

    /** The newest step published. */
    long step() {
        return step;
    }
}

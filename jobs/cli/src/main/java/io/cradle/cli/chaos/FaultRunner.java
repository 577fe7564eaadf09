package io.cradle.cli.chaos;

import io.cradle.cli.terminal.StopSignal;
import io.cradle.cli.terminal.Terminal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lets the faults of a plan strike, one after the other has been recovered from. */
final class FaultRunner {
    private static final Duration TO_RECOVER = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    /** Tasks that are still alive may end the epoch that was being read when others were hit. */
    private static final Duration SURELY_AFTER = Duration.ofSeconds(1);

    private final Scene scene;
    private final Watch watch;
    private final Clock clock;
    private final Terminal terminal;
    private final List<Struck> struck = new ArrayList<>();

    FaultRunner(Scene scene, Watch watch, Clock clock, Terminal terminal) {
        this.scene = scene;
        this.watch = watch;
        this.clock = clock;
        this.terminal = terminal;
    }

    /** Runs the plan to its end, or until the user wants an end. */
    void run(FaultPlan plan) {
        long began = clock.millis();
        StopSignal stop = scene.stop();
        for (int i = 0; i < plan.faults().size() && !stop.isGiven(); i++) {
            Duration due = plan.first().plus(plan.apart().multipliedBy(i));
            stop.await(Duration.ofMillis(Math.max(1, began + due.toMillis() - clock.millis())));
            if (!stop.isGiven()) {
                strike(plan.faults().get(i), began);
            }
        }
    }

    private void strike(Fault fault, long beganMs) {
        long atMs = clock.millis();
        terminal.complain(String.format("%4d s  %s …", (atMs - beganMs) / 1000, fault.label()));
        fault.strike(scene);
        Duration recovery = awaitRecovery(atMs);
        struck.add(new Struck(fault, Duration.ofMillis(atMs - beganMs), recovery));
        terminal.complain(
                recovery == null
                        ? "        not recovered from within " + TO_RECOVER.toSeconds() + " s"
                        : String.format("        publishing again after %.1f s", recovery.toMillis() / 1000.0));
    }

    private Duration awaitRecovery(long atMs) {
        long afterMs = clock.millis();
        // What is published before the job is seen to run may still come from tasks that are about to be stopped.
        while (clock.millis() - afterMs < TO_RECOVER.toMillis()) {
            if (watch.newestAsOfMs() > afterMs + SURELY_AFTER.toMillis()
                    && scene.cluster().flink().rest().isRunning()) {
                return Duration.ofMillis(clock.millis() - atMs);
            }
            if (scene.stop().await(LOOK_AGAIN)) {
                return null;
            }
        }
        return null;
    }

    List<Struck> struck() {
        return List.copyOf(struck);
    }
}

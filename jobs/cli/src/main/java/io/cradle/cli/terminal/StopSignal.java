package io.cradle.cli.terminal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** That somebody wants a command to end. Given once, it stays. Thread safe. */
public final class StopSignal {
    private final CountDownLatch given = new CountDownLatch(1);

    public void give() {
        given.countDown();
    }

    public boolean isGiven() {
        return given.getCount() == 0;
    }

    /** Waits until the signal is given. */
    public void await() {
        try {
            given.await();
        } catch (InterruptedException e) {
            interrupted();
        }
    }

    /** Waits until the signal is given, but not longer than some time; whether it is given. */
    public boolean await(Duration most) {
        try {
            return given.await(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            interrupted();
            return true;
        }
    }

    /** Somebody who interrupts the thread wants it to end, too. */
    private void interrupted() {
        Thread.currentThread().interrupt();
        give();
    }
}

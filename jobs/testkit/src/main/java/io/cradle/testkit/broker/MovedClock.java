package io.cradle.testkit.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Time;

/**
 * The system's clock, moved to another date. Only the date is: what measures how long something takes runs as it does
 * everywhere, so that no timeout of the broker is cut short.
 */
final class MovedClock implements Time {
    private final AtomicLong movedMs;

    MovedClock(Instant now) {
        this.movedMs = new AtomicLong(now.toEpochMilli() - SYSTEM.milliseconds());
    }

    void advance(Duration by) {
        movedMs.addAndGet(by.toMillis());
    }

    @Override
    public long milliseconds() {
        return SYSTEM.milliseconds() + movedMs.get();
    }

    @Override
    public long nanoseconds() {
        return SYSTEM.nanoseconds();
    }

    @Override
    public void sleep(long ms) {
        SYSTEM.sleep(ms);
    }

    @Override
    public void waitObject(Object object, Supplier<Boolean> condition, long deadlineMs) throws InterruptedException {
        SYSTEM.waitObject(object, condition, deadlineMs - movedMs.get());
    }
}

package io.cradle.cli.log;

import io.cradle.cli.CommandException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;

/** A log time that a user names. */
public final class AsOf {
    private AsOf() {}

    /**
     * Reads a time that the log has reached.
     *
     * @throws CommandException if it is no time, or still to come
     */
    public static Instant past(String text, Clock clock) {
        Instant instant;
        try {
            instant = Instant.parse(text);
        } catch (DateTimeException e) {
            throw new CommandException("--as-of " + text + " is not a time such as 2024-03-31T00:00:00Z", e);
        }
        if (instant.isAfter(clock.instant())) {
            throw new CommandException("--as-of " + text + " is still to come: name a time that the log has reached");
        }
        return instant;
    }
}

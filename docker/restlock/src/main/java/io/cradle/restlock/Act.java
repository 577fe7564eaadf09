package io.cradle.restlock;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpMethod;

/** A request that changes something and that the lock can be told to let through, see {@link RestLockFactory#ALLOW}. */
enum Act {
    /** Stops a job with a savepoint, as upgrades do; never drained, see {@link DrainLock}. */
    STOP(HttpMethod.POST, "/jobs/JOB/stop"),

    /** Triggers a savepoint, and stops the job with it where the body says so. */
    SAVEPOINT(HttpMethod.POST, "/jobs/JOB/savepoints"),

    /** Triggers a checkpoint. */
    CHECKPOINT(HttpMethod.POST, "/jobs/JOB/checkpoints"),

    /** Cancels a job, for good. */
    CANCEL(HttpMethod.PATCH, "/jobs/JOB"),

    /** Deletes a savepoint, wherever Flink may delete. */
    DISPOSE_SAVEPOINT(HttpMethod.POST, "/savepoint-disposal");

    private final HttpMethod method;
    private final Pattern path;

    Act(HttpMethod method, String path) {
        this.method = method;
        this.path = Pattern.compile("(/v1)?" + path.replace("JOB", "[0-9a-f]{32}"));
    }

    /** Whether a request is this; the path as it was sent, so that no other way to write it gets through. */
    boolean is(HttpMethod method, String path) {
        return this.method.equals(method) && this.path.matcher(path).matches();
    }

    /** As in Flink's configuration. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

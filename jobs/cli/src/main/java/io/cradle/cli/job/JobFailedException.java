package io.cradle.cli.job;

/** A job has failed; the reason is the cause. */
public final class JobFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobFailedException(Throwable reason) {
        super("the job has failed", reason);
    }
}

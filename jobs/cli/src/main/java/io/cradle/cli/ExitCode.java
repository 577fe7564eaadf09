package io.cradle.cli;

/** How a command ends. */
public final class ExitCode {
    /** What was asked for is done. */
    public static final int DONE = 0;

    /** The answer is no: something checked is not as it should be. */
    public static final int NO = 1;

    /** It could not run. */
    public static final int COULD_NOT_RUN = 2;

    private ExitCode() {}
}

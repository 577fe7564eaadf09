package io.cradle.cli;

import io.cradle.cli.terminal.Interrupts;
import io.cradle.cli.terminal.StopSignal;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.cli.terminal.Terminal;
import java.nio.file.Path;
import java.time.Clock;

/** The {@code cradle} command as a process. */
public final class Main {
    /** System property with the path of the log file; the launcher sets it. */
    static final String LOG_FILE = "cradle.log";

    private Main() {}

    public static void main(String[] args) {
        StopSignal stop = new StopSignal();
        Interrupts.give(stop);
        Path log = Path.of(System.getProperty(LOG_FILE, System.getProperty("java.io.tmpdir") + "/cradle.log"));
        Surroundings surroundings = new Surroundings(Terminal.ofProcess(), Clock.systemUTC(), stop, log);
        System.exit(CradleCommand.line(surroundings).execute(args));
    }
}

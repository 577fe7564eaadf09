package io.cradle.cli;

import io.cradle.cli.terminal.StopSignal;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A command line that was executed in this JVM.
 *
 * @param exitCode how it ended
 * @param out what it printed
 * @param err what it complained about
 */
public record Executed(int exitCode, String out, String err) {
    public static final Path LOG = Path.of("somewhere", "cradle.log");

    public static Executed of(String... arguments) {
        return until(new StopSignal(), arguments);
    }

    /** Executes a command that may wait for the signal. */
    public static Executed until(StopSignal stop, String... arguments) {
        return in(false, stop, arguments);
    }

    /** Executes a command as if a person watched. */
    public static Executed watched(StopSignal stop, String... arguments) {
        return in(true, stop, arguments);
    }

    private static Executed in(boolean interactive, StopSignal stop, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), interactive);
        int exitCode = CradleCommand.line(new Surroundings(terminal, Clock.systemUTC(), stop, LOG))
                .execute(arguments);
        return new Executed(exitCode, out.toString(), err.toString());
    }

    /** Both texts, for assertions on what must be in neither. */
    public String everything() {
        return out + err;
    }
}

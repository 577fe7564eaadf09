package io.cradle.cli.bench;

import io.cradle.cli.CommandException;
import io.cradle.cli.terminal.StatusLine;
import io.cradle.cli.terminal.StopSignal;
import io.cradle.cli.terminal.Terminal;

/** Says what a benchmark is doing, and ends it where somebody wants that. */
public final class Progress implements AutoCloseable {
    private final Terminal terminal;
    private final StopSignal stop;
    private final StatusLine status;

    Progress(Terminal terminal, StopSignal stop) {
        this.terminal = terminal;
        this.stop = stop;
        this.status = new StatusLine(terminal);
    }

    /** Says what comes next, or ends the benchmark. */
    public void next(String what) {
        requireNotStopped();
        if (terminal.interactive()) {
            status.draw(what + " …");
        } else {
            terminal.complain(what + " …");
        }
    }

    private void requireNotStopped() {
        if (stop.isGiven()) {
            throw new CommandException("stopped before the end: there is no JSON and there are no plots");
        }
    }

    /** Says how much of a whole is done, where somebody watches, or ends the benchmark; both in the same unit. */
    public void of(String what, long done, long whole) {
        requireNotStopped();
        status.draw(what, done, whole);
    }

    @Override
    public void close() {
        status.close();
    }
}

package io.cradle.cli.terminal;

/** One line that is drawn over again and again while something runs; where nobody watches, nothing is drawn. */
public final class StatusLine implements AutoCloseable {
    private static final String CLEAR = "\r\u001b[2K";

    private final Terminal terminal;
    private boolean drawn;

    public StatusLine(Terminal terminal) {
        this.terminal = terminal;
    }

    public void draw(String text) {
        if (terminal.interactive()) {
            terminal.err().print(CLEAR + text);
            terminal.err().flush();
            drawn = true;
        }
    }

    /** Draws how much of a whole is done; both in the same unit. */
    public void draw(String what, long done, long whole) {
        draw(bar(what, done, whole));
    }

    @Override
    public void close() {
        if (drawn) {
            terminal.err().print(CLEAR);
            terminal.err().flush();
        }
    }

    static String bar(String what, long done, long whole) {
        int width = 30;
        double share = whole <= 0 ? 1 : Math.min(1, (double) done / whole);
        int full = (int) (share * width);
        return String.format("%s [%s%s] %3d %%", what, "#".repeat(full), "-".repeat(width - full), (int) (share * 100));
    }
}

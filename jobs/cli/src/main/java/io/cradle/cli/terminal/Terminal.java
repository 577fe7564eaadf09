package io.cradle.cli.terminal;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command prints.
 *
 * @param out results
 * @param err complaints and progress
 * @param interactive whether a person watches: lines may be drawn over
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {

    /** System property that says whether a person watches. Only the launcher's shell can tell in every version of Java. */
    private static final String INTERACTIVE = "cradle.interactive";

    /** The terminal of this process. */
    public static Terminal ofProcess() {
        boolean interactive = Boolean.getBoolean(INTERACTIVE);
        return new Terminal(
                new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true),
                new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true),
                interactive);
    }

    public void say(String line) {
        out.println(line);
        out.flush();
    }

    public void complain(String line) {
        err.println(line);
        err.flush();
    }
}

package io.cradle.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class StatusLineTest {
    private final StringWriter err = new StringWriter();

    @Test
    void nothingIsDrawnForAPipe() {
        try (StatusLine line = line(false)) {
            line.draw("reading", 5, 10);
        }
        assertEquals("", err.toString());
    }

    @Test
    void lineIsDrawnOverAndTakenAway() {
        try (StatusLine line = line(true)) {
            line.draw("reading", 5, 10);
        }
        assertTrue(err.toString().contains("reading [###############---------------]  50 %"), err.toString());
        assertTrue(err.toString().endsWith("\r\u001b[2K"), err.toString());
    }

    @Test
    void shareStaysWithinTheBar() {
        assertEquals("x [" + "#".repeat(30) + "] 100 %", StatusLine.bar("x", 12, 10));
        assertEquals("x [" + "#".repeat(30) + "] 100 %", StatusLine.bar("x", 0, 0));
        assertEquals("x [" + "-".repeat(30) + "]   0 %", StatusLine.bar("x", 0, 10));
    }

    private StatusLine line(boolean interactive) {
        return new StatusLine(new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), interactive));
    }
}

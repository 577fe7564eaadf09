package io.cradle.testkit.generate;

import io.cradle.testkit.oracle.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing log small by delta debugging: takes out ever smaller pieces as long as it still fails. */
public final class LogShrinker {
    private LogShrinker() {}

    /**
     * A log of which no single record can be left out; positions stay as they were, so offsets have gaps.
     *
     * @param fails whether a log still shows the failure
     * @param triesMax most logs to try; the smallest found by then is returned
     */
    public static List<LogEntry> shrink(List<LogEntry> log, Predicate<List<LogEntry>> fails, int triesMax) {
        if (!fails.test(log)) {
            throw new IllegalArgumentException(
                    "the log of " + log.size() + " records does not fail: nothing to shrink");
        }
        List<LogEntry> smallest = log;
        int tries = 0;
        int piece = Math.max(1, log.size() / 2);
        while (tries < triesMax) {
            boolean shrunk = false;
            int from = 0;
            while (from < smallest.size() && tries < triesMax) {
                List<LogEntry> without = without(smallest, from, Math.min(from + piece, smallest.size()));
                tries++;
                if (!without.isEmpty() && fails.test(without)) {
                    smallest = without;
                    shrunk = true;
                } else {
                    from += piece;
                }
            }
            if (!shrunk && piece == 1) {
                break;
            }
            piece = shrunk ? piece : Math.max(1, piece / 2);
            piece = Math.min(piece, Math.max(1, smallest.size() / 2));
        }
        return smallest;
    }

    private static List<LogEntry> without(List<LogEntry> log, int from, int to) {
        List<LogEntry> left = new ArrayList<>(log.subList(0, from));
        left.addAll(log.subList(to, log.size()));
        return left;
    }
}

package io.cradle.rollup.harness;

import java.util.stream.LongStream;

/** Seeds of generated logs: a few by default, {@code -Dsoak=N} runs the first N of every test. */
public final class Seeds {
    private static final long SOAK = Long.getLong("soak", 0);

    private Seeds() {}

    /** From 1 to {@code few}, or as many as the soak asks for. */
    public static LongStream few(long few) {
        return LongStream.rangeClosed(1, Math.max(few, SOAK));
    }
}

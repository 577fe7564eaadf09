package io.cradle.rollup.fuzz;

import io.cradle.core.RejectedException;
import io.cradle.core.quantity.Decimals;
import io.cradle.core.quantity.Unit;
import io.cradle.core.quantity.Units;
import java.nio.charset.StandardCharsets;

/** Units and numbers: {@code unit \n unit \n number}. Any text is a unit or none, and converts within its dimension. */
public final class QuantityTarget {
    private QuantityTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String[] texts = new String(input, StandardCharsets.UTF_8).split("\n", 3);
        Unit from = Units.find(texts[0]).orElse(Units.KG);
        Unit to = texts.length > 1 ? Units.find(texts[1]).orElse(from) : from;
        if (from.canonicalAmount().signum() <= 0) {
            throw new AssertionError("a unit of nothing: " + from);
        }
        if (!from.sameDimension(to)) {
            return;
        }
        if (!(from.in(to) >= 0)) {
            throw new AssertionError(from + " does not convert to " + to);
        }
        number(texts.length > 2 ? texts[2] : "1", from, to);
    }

    private static void number(String text, Unit from, Unit to) {
        try {
            double value = Decimals.parse(text, "number");
            if (Double.isNaN(value)) {
                throw new AssertionError("not a number is not refused: " + text);
            }
            long micros = Decimals.micros(text, from, to);
            if (Long.signum(micros) * Math.signum(value) < 0) {
                throw new AssertionError(text + " changes its sign in micro-units: " + micros);
            }
        } catch (RejectedException e) {
            if (e.rejection().detail().length() > 1_000) {
                throw new AssertionError("a long sentence: " + e.rejection().detail(), e);
            }
        }
    }
}

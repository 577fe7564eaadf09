package io.cradle.core.quantity;

import io.cradle.core.RejectedException;

/**
 * A plain decimal as it was sent. Those of usual length are kept as digits and places, of which the text can be told
 * again; all others as their text.
 */
public final class PlainDecimal {
    private final long known;
    private final String text;

    private PlainDecimal(long known, String text) {
        this.known = known;
        this.text = text;
    }

    /** A decimal that {@link Decimals#parse} has let through. */
    public static PlainDecimal of(String text) {
        return new PlainDecimal(ShortDecimal.of(text), text);
    }

    /** A decimal that {@link ShortDecimal#ofCanonical} has read. */
    public static PlainDecimal of(long canonical) {
        return new PlainDecimal(canonical, null);
    }

    /** The nearest double. */
    public double value() {
        return known == ShortDecimal.NONE ? Double.parseDouble(text) : ShortDecimal.value(known);
    }

    /**
     * A whole number of micro-units of {@code to}, rounded half even.
     *
     * @throws RejectedException implausible-amount if it is beyond what micro-units can hold
     */
    public long micros(Unit from, Unit to) throws RejectedException {
        return known != ShortDecimal.NONE && from.code().equals(to.code()) && ShortDecimal.isMicros(known)
                ? ShortDecimal.micros(known)
                : Decimals.micros(toString(), from, to);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlainDecimal decimal && toString().equals(decimal.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The text as it was sent. */
    @Override
    public String toString() {
        return text == null ? ShortDecimal.text(known) : text;
    }
}

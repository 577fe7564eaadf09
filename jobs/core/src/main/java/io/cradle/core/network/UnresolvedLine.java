package io.cradle.core.network;

/** An input of a node that nothing resolves, and why. */
public record UnresolvedLine(String input, String reason) implements Comparable<UnresolvedLine> {
    @Override
    public int compareTo(UnresolvedLine other) {
        int byInput = input.compareTo(other.input);
        return byInput != 0 ? byInput : reason.compareTo(other.reason);
    }
}

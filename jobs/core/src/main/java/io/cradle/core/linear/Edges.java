package io.cradle.core.linear;

/** What is said of an edge besides its target and its coefficient. */
public final class Edges {
    /** Primary activity data stand behind it. */
    public static final byte PRIMARY = 1;

    /** It is of an earlier period. */
    public static final byte CARRIED = 2;

    /** It is packaging. */
    public static final byte PACKAGING = 4;

    /** It is outbound logistics: outside the footprint. */
    public static final byte OUTBOUND = 8;

    private Edges() {}
}

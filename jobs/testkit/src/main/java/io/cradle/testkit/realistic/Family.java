package io.cradle.testkit.realistic;

import java.util.Locale;

/** How much of a network hangs together in loops. */
public enum Family {
    /** Pairs and triples of neighbours need each other, nothing else. */
    FEW,
    /** One line in two thousand leads back at random, which joins a good part of the network into one loop. */
    MID,
    /** Hubs consume products, too: most of what has consumers is in one loop. */
    GIANT;

    /** The name for people and options. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean leadsBack() {
        return this != FEW;
    }
}

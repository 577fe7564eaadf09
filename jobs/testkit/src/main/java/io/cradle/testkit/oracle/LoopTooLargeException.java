package io.cradle.testkit.oracle;

/** A loop has so many members that the oracle, which solves each loop densely, would take hours. */
public final class LoopTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** A matrix of that many rows has 128 MB and takes about a minute per system. */
    private static final int MOST_MEMBERS = 4_000;

    private LoopTooLargeException(String message) {
        super(message);
    }

    static void unlessSmall(int members) {
        if (members > MOST_MEMBERS) {
            throw new LoopTooLargeException(members + " products, processes and markets of one period form one loop; "
                    + "loops are solved densely, and those of more than " + MOST_MEMBERS + " members are not");
        }
    }
}

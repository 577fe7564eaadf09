package io.cradle.testkit.oracle;

/**
 * One line of a node: what it takes of something per unit of the node.
 *
 * @param input what a gap of this line is reported under
 * @param weight how much the line counts in the coverage by number
 * @param kg what it counts in the coverage by mass; null where it has none
 * @param primary whether the amount is primary activity data
 * @param carried whether the amount is of an earlier period
 */
record NodeLine(
        String input,
        Fact.Purpose purpose,
        double weight,
        Double kg,
        boolean primary,
        boolean carried,
        Resolved resolved) {

    boolean isResolved() {
        return !(resolved instanceof Resolved.Missing);
    }

    /** Whether it is inside the footprint. */
    boolean counts() {
        return purpose != Fact.Purpose.OUTBOUND;
    }
}

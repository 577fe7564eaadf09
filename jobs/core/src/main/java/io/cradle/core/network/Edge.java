package io.cradle.core.network;

import io.cradle.core.linear.Edges;
import java.util.List;

/**
 * What one unit of a node takes of another node.
 *
 * @param coefficient in units of the target; negative is a credit
 * @param amount the same in the unit of the record that says so
 * @param unit that unit
 * @param primary whether the activity data behind it are primary
 * @param carried whether it is of an earlier period
 * @param notes why this target
 */
record Edge(
        NodeKey target,
        double coefficient,
        double amount,
        String unit,
        Purpose purpose,
        boolean primary,
        boolean carried,
        List<String> notes) {

    /** What the numbers of the system say of it, of {@link Edges}. */
    byte flags() {
        int flags = (primary ? Edges.PRIMARY : 0) | (carried ? Edges.CARRIED : 0);
        if (purpose == Purpose.PACKAGING) {
            flags |= Edges.PACKAGING;
        } else if (purpose == Purpose.OUTBOUND) {
            flags |= Edges.OUTBOUND;
        }
        return (byte) flags;
    }
}

package io.cradle.core.network;

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
        List<String> notes) {}

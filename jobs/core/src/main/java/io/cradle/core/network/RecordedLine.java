package io.cradle.core.network;

import io.cradle.core.activity.RecordedInput;
import java.util.List;

/**
 * A recorded amount of a process and what it is priced with.
 *
 * @param target the node, or null for a gas or where nothing resolves it
 * @param coefficient amount in units of the target; kgCO2e for a gas; NaN where unresolved
 */
record RecordedLine(
        RecordedInput input, double amount, Account account, NodeKey target, double coefficient, List<String> notes) {
    /** Where a recorded amount goes. */
    enum Account {
        COUNTED,
        PENDING,
        UNALLOCATED
    }
}

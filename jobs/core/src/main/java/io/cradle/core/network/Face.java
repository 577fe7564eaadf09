package io.cradle.core.network;

import io.cradle.core.quantity.MassEnergy;

/**
 * What a consumer sees of a node.
 *
 * @param per its unit, and what lets other amounts convert to it; null where it is unresolved
 * @param unresolved why nothing can be taken of it, or null
 * @param standsFor the node to take of in its place (a market with nothing but own production), or null
 */
record Face(MassEnergy per, String unresolved, NodeKey standsFor) {
    static Face of(MassEnergy per) {
        return new Face(per, null, null);
    }

    static Face unresolved(String reason) {
        return new Face(null, reason, null);
    }

    boolean isResolved() {
        return unresolved == null;
    }
}

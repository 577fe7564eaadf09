package io.cradle.testkit.oracle;

import java.util.Optional;

/** What became of one line of a node. */
sealed interface Resolved {

    /** A direct emission, kgCO2e. */
    record Direct(double[] indicators) implements Resolved {}

    /** {@code amount} units of a factor or a supplier's record. */
    record ToLeaf(Leaf leaf, double amount, Optional<OracleVersion> version) implements Resolved {}

    /** {@code amount} units of another node. */
    record ToNode(String node, double amount) implements Resolved {}

    /** Nothing resolves it. */
    record Missing(Gap gap) implements Resolved {}

    /** An exempted line: it counts as covered and adds nothing. */
    record Exempted() implements Resolved {}
}

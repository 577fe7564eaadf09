package io.cradle.testkit.oracle;

import java.time.LocalDate;
import java.util.List;

/** Says where an input of a node comes from (figures.md, 6), and has the nodes built that it comes from. */
interface InputResolver {

    /**
     * The lines of an input: two for a fuel (supply and combustion), one for anything else.
     *
     * @param supplier null = none named
     * @param month first day of the month that the factors are taken for
     */
    List<Resolved> resolve(
            InputKind kind, String input, String supplier, String region, LocalDate month, Quantity quantity);

    /** A number of allocation units of a process. */
    Resolved process(String process, double allocationUnits);
}

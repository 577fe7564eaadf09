package io.cradle.core.network;

import io.cradle.core.activity.Period;
import io.cradle.core.activity.ReportingCalendar;
import io.cradle.core.factor.FactorKind;
import io.cradle.core.factor.FactorMatch;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What a row is built from: the facts as of the end of an epoch, seen in one period. A row is built again when a fact of
 * its name changes, or anything else that it looked at here.
 */
interface RowContext {
    NetworkFacts facts();

    Period period();

    ReportingCalendar calendar();

    double minimumCover();

    /** Whether a period is closed as of the end of the epoch. */
    boolean isClosed(Period period);

    /** Notes that the row being built depends on a fact of another name than its own. */
    void watch(Fact fact);

    /** What consumers see of a node; the node is added where it is new. */
    Face face(NodeKey node);

    /** The factor for a flow, watched; its leaf is in the graph. */
    Optional<FactorMatch> factor(String flow, FactorKind kind, String region, YearMonth month);
}

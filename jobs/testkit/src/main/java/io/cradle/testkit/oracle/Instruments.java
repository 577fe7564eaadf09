package io.cradle.testkit.oracle;

import java.math.BigDecimal;
import java.util.Map;

/** Contractual instruments: activity records that replace a metered flow, each for amounts that nothing else replaces. */
final class Instruments {
    private final NetworkFacts facts;

    Instruments(NetworkFacts facts) {
        this.facts = facts;
    }

    /** Whether an activity record under a key takes more than there is, or uses evidence of another record. */
    boolean exceeds(String key, Fact.Activity activity) {
        if (activity.replaces() == null) {
            return false;
        }
        boolean evidenceUsed = facts.activities.entrySet().stream()
                .filter(other -> !other.getKey().equals(key))
                .anyMatch(other ->
                        activity.evidence().equals(other.getValue().fact().evidence()));
        return evidenceUsed
                || activity.quantity().inBase().compareTo(metered(activity).subtract(taken(key, activity))) > 0;
    }

    private BigDecimal metered(Fact.Activity activity) {
        Interval interval = activity.interval();
        return facts.metered().stream()
                .filter(metered -> metered.meter().process().equals(activity.process())
                        && metered.meter().kind() == InputKind.FLOW
                        && metered.meter().flow().equals(activity.replaces())
                        && metered.counted().unit().dimension()
                                == activity.quantity().unit().dimension())
                .map(metered -> metered.partInBase(interval.startMs(), interval.endMs()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What other instruments take of the same flow in the interval, in the base unit. */
    private BigDecimal taken(String key, Fact.Activity activity) {
        Interval interval = activity.interval();
        return facts.activities.entrySet().stream()
                .filter(other -> !other.getKey().equals(key))
                .map(Map.Entry::getValue)
                .map(Held::fact)
                .filter(other -> activity.replaces().equals(other.replaces())
                        && other.process().equals(activity.process())
                        && other.quantity().unit().dimension()
                                == activity.quantity().unit().dimension())
                .map(other -> other.interval().part(other.quantity().inBase(), interval.startMs(), interval.endMs()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

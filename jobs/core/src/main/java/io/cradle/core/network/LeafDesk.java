package io.cradle.core.network;

import io.cradle.core.factor.FactorKind;
import io.cradle.core.factor.FactorMatch;
import io.cradle.core.factor.FactorTable;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves flows to factors for one graph and remembers what they resolved to, so that a new figure of a factor moves one
 * leaf and only another choice of factor rebuilds the rows that use it.
 */
final class LeafDesk {
    /** A question that rows ask. */
    record Wanted(String flow, FactorKind kind, String region, YearMonth month) {}

    private final FactorTable table;
    private final Map<Wanted, Optional<FactorMatch>> answers = new HashMap<>();
    private final Map<String, Set<Wanted>> wantedOfFlow = new HashMap<>();

    LeafDesk(FactorTable table) {
        this.table = table;
    }

    Optional<FactorMatch> resolve(Wanted wanted, long asOfMs) {
        return answers.computeIfAbsent(wanted, key -> {
            wantedOfFlow
                    .computeIfAbsent(key.flow(), flow -> new LinkedHashSet<>())
                    .add(key);
            return table.resolve(key.flow(), key.kind(), key.region(), key.month(), asOfMs);
        });
    }

    /** What changed when a flow was asked for again. */
    interface Listener {
        /** The same leaf may have other figures or another version. */
        void refreshed(FactorMatch match);

        /** Rows that asked, and were given {@code before}, must be built again. */
        void rechosen(Wanted wanted, Optional<FactorMatch> before);
    }

    /** Asks again for everything that was asked about a flow. */
    void refresh(String flow, long asOfMs, Listener listener) {
        for (Wanted wanted : wantedOfFlow.getOrDefault(flow, Set.of())) {
            Optional<FactorMatch> before = answers.get(wanted);
            Optional<FactorMatch> now =
                    table.resolve(wanted.flow(), wanted.kind(), wanted.region(), wanted.month(), asOfMs);
            answers.put(wanted, now);
            if (isSameChoice(before, now)) {
                now.ifPresent(listener::refreshed);
            } else {
                listener.rechosen(wanted, before);
            }
        }
    }

    private static boolean isSameChoice(Optional<FactorMatch> before, Optional<FactorMatch> now) {
        if (before.isEmpty() || now.isEmpty()) {
            return before.isEmpty() && now.isEmpty();
        }
        return before.get().leafKey().equals(now.get().leafKey())
                && before.get().factor().per().equals(now.get().factor().per())
                && before.get().notes().equals(now.get().notes());
    }
}

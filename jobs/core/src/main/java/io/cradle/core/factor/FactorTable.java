package io.cradle.core.factor;

import io.cradle.core.Position;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All factors with their history in the log, read as of an instant: what it answers is a function of the set of records
 * received, not of the order in which they arrived.
 */
public final class FactorTable {
    private record FlowKind(String flow, FactorKind kind) {}

    private final Map<FlowKind, Map<String, NavigableMap<LocalDate, NavigableMap<Position, Optional<Factor>>>>>
            factors = new HashMap<>();
    private final NavigableMap<Long, Set<String>> flowsChangedAt = new TreeMap<>();

    /** Adds what the log says at a position about a factor; an empty factor deletes it. */
    public void put(
            String flow, String region, FactorKind kind, LocalDate validFrom, Position at, Optional<Factor> factor) {
        factors.computeIfAbsent(new FlowKind(flow, kind), key -> new HashMap<>())
                .computeIfAbsent(region, key -> new TreeMap<>())
                .computeIfAbsent(validFrom, key -> new TreeMap<>())
                .put(at, factor);
        flowsChangedAt.computeIfAbsent(at.logTimeMs(), key -> new TreeSet<>()).add(flow);
    }

    /** Log times at which factors changed, later than {@code afterMs} and not later than {@code upToMs}, ascending. */
    public Set<Long> changeTimes(long afterMs, long upToMs) {
        return afterMs >= upToMs
                ? Set.of()
                : flowsChangedAt.subMap(afterMs, false, upToMs, true).keySet();
    }

    /** Flows with a factor that changed later than {@code afterMs} and not later than {@code upToMs}. */
    public Set<String> flowsChanged(long afterMs, long upToMs) {
        Set<String> flows = new TreeSet<>();
        if (afterMs < upToMs) {
            flowsChangedAt.subMap(afterMs, false, upToMs, true).values().forEach(flows::addAll);
        }
        return flows;
    }

    /**
     * The factor for a flow in a region and month, as of a log time: the nearest region with any factor that is not
     * later than the month; there the one valid in the month with the latest start, else the latest earlier one.
     */
    public Optional<FactorMatch> resolve(String flow, FactorKind kind, String region, YearMonth month, long asOfMs) {
        Map<String, NavigableMap<LocalDate, NavigableMap<Position, Optional<Factor>>>> regions =
                factors.get(new FlowKind(flow, kind));
        if (regions == null) {
            return Optional.empty();
        }
        Optional<String> at = Optional.of(region);
        while (at.isPresent()) {
            Optional<FactorMatch> match = resolveIn(regions.get(at.get()), region, month, asOfMs);
            if (match.isPresent()) {
                return match;
            }
            at = Regions.parent(at.get());
        }
        return Optional.empty();
    }

    private static Optional<FactorMatch> resolveIn(
            NavigableMap<LocalDate, NavigableMap<Position, Optional<Factor>>> byStart,
            String wanted,
            YearMonth month,
            long asOfMs) {
        if (byStart == null) {
            return Optional.empty();
        }
        FactorMatch older = null;
        for (NavigableMap<Position, Optional<Factor>> history :
                byStart.headMap(month.atEndOfMonth(), true).descendingMap().values()) {
            Map.Entry<Position, Optional<Factor>> current = history.lowerEntry(after(asOfMs));
            if (current == null || current.getValue().isEmpty()) {
                continue;
            }
            Factor factor = current.getValue().get();
            if (factor.isValidIn(month)) {
                return Optional.of(new FactorMatch(factor, current.getKey(), wanted, month, false));
            }
            if (older == null) {
                older = new FactorMatch(factor, current.getKey(), wanted, month, true);
            }
        }
        return Optional.ofNullable(older);
    }

    /** The first position later than every position at or before a log time. */
    private static Position after(long logTimeMs) {
        return new Position(logTimeMs + 1, "", -1, -1);
    }
}

package io.cradle.core.factor;

import io.cradle.core.Position;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
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
    private final NavigableMap<Long, List<Changed>> changedAt = new TreeMap<>();

    /** Adds what the log says at a position about a factor; an empty factor deletes it. */
    public void put(
            String flow, String region, FactorKind kind, LocalDate validFrom, Position at, Optional<Factor> factor) {
        factors.computeIfAbsent(new FlowKind(flow, kind), key -> new HashMap<>())
                .computeIfAbsent(region, key -> new TreeMap<>())
                .computeIfAbsent(validFrom, key -> new TreeMap<>())
                .put(at, factor);
        changedAt.computeIfAbsent(at.logTimeMs(), key -> new ArrayList<>()).add(new Changed(flow, at));
    }

    /** A change of a factor: of which flow, and where in the log. */
    public record Changed(String flow, Position position) {}

    /**
     * Forgets what nobody asks for any more: versions of one factor that others at or before a log time replace, and the
     * times of changes up to then.
     *
     * @return positions of the versions forgotten
     */
    public List<Position> forget(String flow, String region, FactorKind kind, LocalDate validFrom, long upToMs) {
        changedAt.headMap(upToMs, true).clear();
        NavigableMap<Position, Optional<Factor>> history =
                factors.get(new FlowKind(flow, kind)).get(region).get(validFrom);
        Position current = history.lowerKey(after(upToMs));
        if (current == null) {
            return List.of();
        }
        List<Position> forgotten = List.copyOf(history.headMap(current, false).keySet());
        history.headMap(current, false).clear();
        return forgotten;
    }

    /** Log times at which factors changed, later than {@code afterMs} and not later than {@code upToMs}, ascending. */
    public Set<Long> changeTimes(long afterMs, long upToMs) {
        return between(afterMs, upToMs).keySet();
    }

    /** Changes later than {@code afterMs} and not later than {@code upToMs}. */
    public List<Changed> changes(long afterMs, long upToMs) {
        return between(afterMs, upToMs).values().stream().flatMap(List::stream).toList();
    }

    private NavigableMap<Long, List<Changed>> between(long afterMs, long upToMs) {
        return afterMs >= upToMs ? new TreeMap<>() : changedAt.subMap(afterMs, false, upToMs, true);
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

    /** Every flow that has a factor as of a log time. */
    public NavigableSet<String> flows(long asOfMs) {
        NavigableSet<String> flows = new TreeSet<>();
        factors.keySet().stream()
                .filter(key -> !current(key.flow(), key.kind(), asOfMs).isEmpty())
                .forEach(key -> flows.add(key.flow()));
        return flows;
    }

    /** All factors of a flow and kind as of a log time, whatever their region and time. */
    public List<Factor> current(String flow, FactorKind kind, long asOfMs) {
        List<Factor> current = new ArrayList<>();
        factors.getOrDefault(new FlowKind(flow, kind), Map.of()).values().forEach(byStart -> byStart.values()
                .forEach(history -> Optional.ofNullable(history.lowerEntry(after(asOfMs)))
                        .flatMap(Map.Entry::getValue)
                        .ifPresent(current::add)));
        return current;
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

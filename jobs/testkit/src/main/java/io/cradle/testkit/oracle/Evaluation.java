package io.cradle.testkit.oracle;

import io.cradle.testkit.oracle.OracleFootprint.FootprintKey;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Computes every footprint of every live period from what a ledger holds at the end of an epoch. */
final class Evaluation {
    private final OracleSettings settings;
    private final PeriodCalendar calendar;
    private final Predicate<String> periods;

    Evaluation(OracleSettings settings) {
        this(settings, period -> true);
    }

    /** Of some periods only, by label. */
    Evaluation(OracleSettings settings, Predicate<String> periods) {
        this.settings = settings;
        this.calendar = new PeriodCalendar(settings);
        this.periods = periods;
    }

    OracleResult of(Ledger ledger, long asOfMs) {
        Map<FootprintKey, OracleFootprint> footprints = new TreeMap<>();
        Map<String, OracleBalance> balances = new TreeMap<>();
        ledger.networks().forEach((name, network) -> {
            NetworkView view = new NetworkView(settings, network.facts(), ledger.factors(), asOfMs);
            ProcessBook book = new ProcessBook(view);
            OracleBalance balance = new OracleBalance(0, 0, 0);
            for (Period period : livePeriods(network, asOfMs)) {
                balance = balance.plus(evaluate(name, view, book, period, footprints));
            }
            balances.put(name, balance);
        });
        return new OracleResult(asOfMs, footprints, new TreeMap<>(ledger.rejected()), balances);
    }

    private static OracleBalance evaluate(
            String network,
            NetworkView view,
            ProcessBook book,
            Period period,
            Map<FootprintKey, OracleFootprint> footprints) {
        PeriodGraph graph = new PeriodGraph(view, book, period);
        BalanceSheet sheet = new BalanceSheet(view, book, graph, period);
        Solution solution = new Solution(graph.nodes());
        FootprintBuilder builder = new FootprintBuilder(network, view, book, period, graph, solution);
        for (String product : graph.products().keySet()) {
            OracleFootprint footprint = builder.footprint(product);
            footprints.put(footprint.key(), footprint);
        }
        return sheet.balance(solution);
    }

    /** Not dropped, begun, and current since the first epoch of the network or touched by an activity. */
    Set<Period> livePeriods(NetworkLedger network, long asOfMs) {
        TreeSet<Period> live = new TreeSet<>(Comparator.comparing(Period::startMs));
        if (calendar.fixed().isPresent()) {
            live.add(calendar.fixed().get());
            live.removeIf(period -> !periods.test(period.label()));
            return live;
        }
        for (Period p = calendar.of(network.firstEpochMs()); p.startMs() <= asOfMs; p = calendar.next(p)) {
            live.add(p);
        }
        live.addAll(network.facts().touched());
        live.removeIf(period -> period.startMs() > asOfMs || calendar.droppedAtMs(period) <= asOfMs);
        live.removeIf(period -> !periods.test(period.label()));
        return live;
    }
}

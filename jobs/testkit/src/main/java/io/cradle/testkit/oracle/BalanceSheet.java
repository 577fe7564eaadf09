package io.cradle.testkit.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of the inputs of every process of a network in one period (figures.md, 4.6). */
final class BalanceSheet {

    private enum Account {
        ALLOCATED,
        UNALLOCATED,
        PENDING
    }

    private record Entry(Account account, Resolved resolved) {}

    private final List<Entry> entries = new ArrayList<>();

    /** Resolves the inputs; this may add nodes to the graph, so it comes before the graph is solved. */
    BalanceSheet(NetworkView view, ProcessBook book, PeriodGraph graph, Period period) {
        for (String process : book.processes()) {
            long clockMs = book.clockMs(process, period);
            Optional<Period> edgesOf = book.edgesOf(process, period);
            boolean ownEdges = edgesOf.isPresent() && edgesOf.get().equals(period);
            Account uncounted = view.closed(period) ? Account.UNALLOCATED : Account.PENDING;
            enter(
                    graph,
                    ownEdges ? Account.ALLOCATED : uncounted,
                    book.inputs(process, period, period.startMs(), clockMs));
            enter(graph, Account.PENDING, book.inputs(process, period, clockMs, period.endMs()));
        }
    }

    private void enter(PeriodGraph graph, Account account, Map<InputKey, BigDecimal> inputs) {
        inputs.forEach((key, amount) -> graph.resolve(
                        key, new Quantity(amount, key.dimension().base()))
                .forEach(resolved -> entries.add(new Entry(account, resolved))));
    }

    OracleBalance balance(Solution solution) {
        return new OracleBalance(
                sum(solution, Account.ALLOCATED), sum(solution, Account.UNALLOCATED), sum(solution, Account.PENDING));
    }

    private double sum(Solution solution, Account account) {
        return entries.stream()
                .filter(entry -> entry.account() == account)
                .mapToDouble(entry -> solution.contribution(entry.resolved()))
                .sum();
    }
}

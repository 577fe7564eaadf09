package io.cradle.core.network;

import io.cradle.core.Position;
import io.cradle.core.activity.Period;
import io.cradle.core.factor.FactorTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers what the footprints of a network would be if something were otherwise. The assumptions are settled as records of
 * the next instant, by the very rules that real ones are settled by. That changes the network and its factor table: they
 * are of the one who asks, built for this question, and answer no other afterwards.
 */
public final class WhatIf {
    private WhatIf() {}

    /**
     * Every product of a period that something changes for, by name.
     *
     * @param factors the table that the network was made with
     * @throws AssumptionException if an assumption speaks of what is not there
     * @throws IllegalArgumentException if the period is not live
     */
    public static List<Difference> ask(
            SupplyNetwork network, FactorTable factors, String period, List<Assumption> assumptions) {
        SettledPeriod settled = network.settled().get(period);
        if (settled == null) {
            throw new IllegalArgumentException("no live period " + period);
        }
        Map<String, Difference> before = before(settled);
        long asOfMs = network.settledUpToMs() + 1;
        List<Change> changes = changes(network, factors, settled.period(), assumptions);
        network.settle(asOfMs, changes);
        return after(before, network.settled().get(period));
    }

    private static List<Change> changes(
            SupplyNetwork network, FactorTable factors, Period period, List<Assumption> assumptions) {
        long asOfMs = network.settledUpToMs();
        SupposedFactors supposedFactors = new SupposedFactors(factors, asOfMs);
        SupposedFacts supposedFacts = new SupposedFacts(network.facts(), period);
        for (int i = 0; i < assumptions.size(); i++) {
            try {
                suppose(assumptions.get(i), supposedFactors, supposedFacts);
            } catch (AssumptionException e) {
                throw e.at(i);
            }
        }
        supposedFactors.put(at(asOfMs + 1, -1));
        List<Change> changes = new ArrayList<>();
        supposedFacts.forEach((key, make) -> changes.add(make.apply(at(asOfMs + 1, changes.size()))));
        return changes;
    }

    private static void suppose(Assumption assumption, SupposedFactors factors, SupposedFacts facts) {
        if (assumption instanceof Assumption.FactorFigure factor) {
            factors.suppose(factor);
        } else if (assumption instanceof Assumption.LineAmount line) {
            facts.suppose(line);
        } else if (assumption instanceof Assumption.SuppliedFigure supplied) {
            facts.suppose(supplied);
        }
    }

    /** No record of the log has this place. */
    private static Position at(long logTimeMs, long offset) {
        return new Position(logTimeMs, "what-if", -1, offset);
    }

    private static Map<String, Difference> before(SettledPeriod settled) {
        Map<String, Difference> before = new LinkedHashMap<>();
        for (String product : settled.products()) {
            before.put(
                    product,
                    new Difference(
                            product,
                            settled.declaredUnit(product),
                            settled.result(product),
                            figures(settled, product),
                            null,
                            null));
        }
        return before;
    }

    private static List<Difference> after(Map<String, Difference> before, SettledPeriod settled) {
        return before.values().stream()
                .map(difference -> new Difference(
                        difference.product(),
                        difference.declaredUnit(),
                        difference.resultBefore(),
                        difference.before(),
                        settled.result(difference.product()),
                        figures(settled, difference.product())))
                .filter(Difference::isAny)
                .toList();
    }

    private static double[] figures(SettledPeriod settled, String product) {
        return settled.hasFigures(product) ? settled.values(product) : null;
    }
}

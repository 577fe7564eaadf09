package io.cradle.core.network;

import io.cradle.core.Position;
import io.cradle.core.factor.Factor;
import io.cradle.core.factor.FactorKind;
import io.cradle.core.factor.FactorTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Factors as they would be. */
final class SupposedFactors {
    private final FactorTable table;
    private final long asOfMs;
    private final Map<String, Factor> supposed = new LinkedHashMap<>();

    SupposedFactors(FactorTable table, long asOfMs) {
        this.table = table;
        this.asOfMs = asOfMs;
    }

    void suppose(Assumption.FactorFigure figure) {
        for (Factor factor : factors(figure)) {
            Factor now = supposed.getOrDefault(factor.key(), factor);
            double[] indicators = SupposedFigure.of(now.indicators(), figure.amount(), "factor " + now.key());
            supposed.put(
                    factor.key(),
                    new Factor(
                            now.key(),
                            now.flow(),
                            now.region(),
                            now.kind(),
                            now.validFrom(),
                            now.validTo(),
                            now.per(),
                            indicators,
                            now.quality(),
                            now.version(),
                            now.source()));
        }
    }

    /** Puts them into the table as of a place in the log. */
    void put(Position at) {
        supposed.values()
                .forEach(factor -> table.put(
                        factor.flow(), factor.region(), factor.kind(), factor.validFrom(), at, Optional.of(factor)));
    }

    private List<Factor> factors(Assumption.FactorFigure figure) {
        List<Factor> ofFlow = ofFlow(figure);
        TreeSet<String> regions = ofFlow.stream().map(Factor::region).collect(Collectors.toCollection(TreeSet::new));
        if (figure.region() == null && regions.size() > 1) {
            throw new AssumptionException("flow '" + figure.flow() + "' has factors of regions " + regions
                    + ": say which, such as factor:" + figure.flow() + "@" + regions.first() + "=…");
        }
        String region = figure.region() == null ? regions.first() : figure.region();
        if (!regions.contains(region)) {
            throw new AssumptionException(
                    "flow '" + figure.flow() + "' has no factor of region '" + region + "', but of " + regions);
        }
        return ofFlow.stream().filter(factor -> factor.region().equals(region)).toList();
    }

    private List<Factor> ofFlow(Assumption.FactorFigure figure) {
        if (figure.kind() != null) {
            List<Factor> ofKind = table.current(figure.flow(), figure.kind(), asOfMs);
            if (ofKind.isEmpty()) {
                throw unknown(figure, " of kind " + figure.kind().code());
            }
            return ofKind;
        }
        for (FactorKind kind : FactorKind.values()) {
            List<Factor> ofKind = table.current(figure.flow(), kind, asOfMs);
            if (!ofKind.isEmpty()) {
                return ofKind;
            }
        }
        throw unknown(figure, "");
    }

    private AssumptionException unknown(Assumption.FactorFigure figure, String more) {
        return new AssumptionException(
                "there is no factor of flow '" + figure.flow() + "'" + more, figure.flow(), table.flows(asOfMs));
    }
}

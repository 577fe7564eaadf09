package io.cradle.testkit.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The nodes of one network and period: every product made, and whatever they rest on. */
final class PeriodGraph implements InputResolver {
    private final NetworkView view;
    private final ProcessBook book;
    private final FactorTable factors;
    private final Period period;
    private final Map<String, GraphNode> nodes = new LinkedHashMap<>();
    private final Map<String, Optional<Gap>> markets = new TreeMap<>();
    private final Map<String, ProductMade> products = new TreeMap<>();

    PeriodGraph(NetworkView view, ProcessBook book, Period period) {
        this.view = view;
        this.book = book;
        this.factors = new FactorTable(view.factors());
        this.period = period;
        view.facts().bills.values().stream()
                .map(held -> held.fact().product())
                .distinct()
                .forEach(this::makeProduct);
    }

    /** Every node by id. */
    Map<String, GraphNode> nodes() {
        return nodes;
    }

    /** The products made in the period. */
    Map<String, ProductMade> products() {
        return products;
    }

    private void makeProduct(String product) {
        view.bill(product, period).ifPresent(bill -> {
            ProductMade made = new ProductMade(view, book, this, product, period, bill);
            products.put(product, made);
            GraphNode node = made.node();
            nodes.put(node.id(), node);
        });
    }

    @Override
    public List<Resolved> resolve(
            InputKind kind, String input, String supplier, String region, LocalDate month, Quantity quantity) {
        return switch (kind) {
            case GAS ->
                List.of(new Resolved.Direct(
                        Gases.indicators(input, quantity.inBase().doubleValue())));
            case FLOW -> List.of(factors.resolve(input, FactorTable.SUPPLY, region, month, quantity));
            case FUEL ->
                List.of(
                        factors.resolve(input, FactorTable.SUPPLY, region, month, quantity),
                        factors.resolve(input, FactorTable.COMBUSTION, region, month, quantity));
            case PRODUCT ->
                List.of(
                        supplier == null
                                ? market(input, quantity)
                                : new Suppliers(view, factors, period)
                                        .resolve(input, supplier, region, month, quantity, List.of()));
        };
    }

    private Resolved market(String product, Quantity quantity) {
        Market market = new Market(view, factors, product, period);
        Optional<Gap> gap = markets.get(market.id());
        if (gap == null) {
            gap = build(market);
            markets.put(market.id(), gap);
        }
        if (gap.isPresent()) {
            return new Resolved.Missing(gap.get());
        }
        return market.convert(quantity)
                .<Resolved>map(amount -> new Resolved.ToNode(market.id(), amount.doubleValue()))
                .orElse(new Resolved.Missing(Gap.UNIT_DIMENSION));
    }

    private Optional<Gap> build(Market market) {
        Market.Sources sources = market.sources();
        if (sources instanceof Market.Sources.None none) {
            return Optional.of(none.gap());
        }
        List<NodeLine> lines = ((Market.Sources.Mix) sources).lines();
        nodes.put(market.id(), new GraphNode(market.id(), lines));
        return Optional.empty();
    }

    @Override
    public Resolved process(String process, double allocationUnits) {
        String id = GraphNode.process(process);
        if (!nodes.containsKey(id)) {
            Optional<Period> of = book.edgesOf(process, period);
            if (of.isEmpty()) {
                return new Resolved.Missing(Gap.NO_PRODUCTION);
            }
            buildProcess(id, process, of.get());
        }
        return new Resolved.ToNode(id, allocationUnits);
    }

    private void buildProcess(String id, String process, Period of) {
        // Processes lead to markets and products, never back to a process, so building one cannot ask for itself.
        BigDecimal total = book.total(process, of);
        List<NodeLine> lines = new ArrayList<>();
        book.inputs(process, of, of.startMs(), book.clockMs(process, of)).forEach((key, amount) -> {
            Quantity perUnit = new Quantity(
                    amount.divide(total, MathContext.DECIMAL128),
                    key.dimension().base());
            for (Resolved resolved : resolve(key, perUnit)) {
                lines.add(new NodeLine(
                        key.input(), Fact.Purpose.WITHIN, 1, null, key.primary(), !of.equals(period), resolved));
            }
        });
        nodes.put(id, new GraphNode(id, lines));
    }

    /** The lines of a recorded input. */
    List<Resolved> resolve(InputKey key, Quantity quantity) {
        return resolve(key.kind(), key.input(), key.supplier(), key.region(), key.month(), quantity);
    }
}

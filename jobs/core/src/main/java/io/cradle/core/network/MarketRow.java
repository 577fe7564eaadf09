package io.cradle.core.network;

import io.cradle.core.activity.InputKind;
import io.cradle.core.activity.Period;
import io.cradle.core.activity.ProductionRecord;
import io.cradle.core.activity.PurchaseRecord;
import io.cradle.core.quantity.Interval;
import io.cradle.core.quantity.MassEnergy;
import io.cradle.core.quantity.Unit;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/** Builds the row of a product's market: its sources, weighted by the amounts made and bought. */
final class MarketRow {
    /** Amounts of the sources of one period, in the market's unit; null where one does not convert. */
    private record Amounts(double own, NavigableMap<String, Double> bySupplier) {
        double total() {
            return own
                    + bySupplier.values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum();
        }
    }

    private final String product;
    private final RowContext context;
    private final Sources sources;
    private final BillsInForce bills;
    private final Row.Builder row = new Row.Builder();
    private MassEnergy per;

    private MarketRow(String product, RowContext context) {
        this.product = product;
        this.context = context;
        this.sources = new Sources(context);
        this.bills = context.facts().billsInForce(product, context.period());
    }

    static Row build(String product, RowContext context) {
        context.watch(Touches.bill(product));
        context.watch(Touches.production(product));
        context.watch(Touches.purchases(product));
        context.watch(Touches.suppliers(product));
        return new MarketRow(product, context).build();
    }

    private Row build() {
        NavigableSet<String> suppliers = suppliers();
        per = unit(suppliers);
        Period period = context.period();
        Amounts amounts = per == null ? null : amounts(period);
        boolean anyBefore = hasAmounts();
        if (!anyBefore) {
            return withoutAmounts(suppliers);
        }
        boolean carried = false;
        if (amounts != null && amounts.total() == 0) {
            for (Period earlier : earlierPeriods().descendingSet()) {
                amounts = amounts(earlier);
                carried = true;
                if (amounts == null || amounts.total() > 0) {
                    break;
                }
            }
        }
        if (amounts == null) {
            return Row.unresolved(Gap.UNIT_DIMENSION);
        }
        return amounts.total() > 0 ? mix(amounts, carried) : withoutAmounts(suppliers);
    }

    /** Suppliers with a record that is not superseded, in order. */
    private NavigableSet<String> suppliers() {
        NavigableSet<String> suppliers = new TreeSet<>();
        for (NetworkFacts.Supplied supplied :
                context.facts().suppliers().of(product).values()) {
            if (!context.facts().isSuperseded(supplied.figures().record())) {
                suppliers.add(supplied.figures().supplier());
            }
        }
        return suppliers;
    }

    /** The market's unit and mass; null where nothing says one. */
    private MassEnergy unit(NavigableSet<String> suppliers) {
        if (bills != null) {
            return bills.declaring().per();
        }
        for (String supplier : suppliers) {
            Optional<NetworkFacts.Supplied> chosen = context.facts().chosen(product, supplier, context.period());
            if (chosen.isPresent()) {
                return chosen.get().figures().per();
            }
        }
        return context.facts().purchases().of(product).values().stream()
                .findFirst()
                .map(purchase -> MassEnergy.none(purchase.unit()))
                .orElse(null);
    }

    private boolean hasAmounts() {
        long endMs = context.period().endMs();
        return context.facts().productionsOf(product).values().stream()
                        .anyMatch(production -> production.interval().startMs() < endMs)
                || context.facts().purchases().of(product).values().stream()
                        .anyMatch(purchase -> purchase.interval().startMs() < endMs);
    }

    private Amounts amounts(Period period) {
        NavigableMap<String, Double> stages = new TreeMap<>();
        for (ProductionRecord production :
                context.facts().productionsOf(product).values()) {
            double amount = production.interval().part(production.amount(), period.startMs(), period.endMs());
            if (production.interval().overlaps(period.startMs(), period.endMs())
                    && !add(stages, production.stage(), amount, production.unit())) {
                return null;
            }
        }
        NavigableMap<String, Double> bought = new TreeMap<>();
        for (PurchaseRecord purchase : context.facts().purchases().of(product).values()) {
            double amount = purchase.interval().part(purchase.amount(), period.startMs(), period.endMs());
            if (purchase.interval().overlaps(period.startMs(), period.endMs())
                    && !add(bought, purchase.supplier(), amount, purchase.unit())) {
                return null;
            }
        }
        double own =
                stages.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return new Amounts(own, bought);
    }

    private boolean add(NavigableMap<String, Double> amounts, String key, double amount, Unit unit) {
        OptionalDouble ratio = per.ratioFrom(unit);
        ratio.ifPresent(r -> amounts.merge(key, amount * r, Double::sum));
        return ratio.isPresent();
    }

    private NavigableSet<Period> earlierPeriods() {
        NavigableSet<Period> periods = new TreeSet<>();
        context.facts().productionsOf(product).values().forEach(p -> addEarlier(periods, p.interval()));
        context.facts().purchases().of(product).values().forEach(p -> addEarlier(periods, p.interval()));
        return periods;
    }

    private void addEarlier(NavigableSet<Period> periods, Interval interval) {
        EarlierPeriods.add(periods, interval, context.period(), context.calendar());
    }

    private Row withoutAmounts(NavigableSet<String> suppliers) {
        if (bills != null) {
            return ownOnly();
        }
        if (suppliers.isEmpty()) {
            return Row.unresolved(Gap.NO_SUPPLIER_RECORD);
        }
        if (suppliers.size() > 1) {
            return Row.unresolved(Gap.NO_PURCHASE_WEIGHTS);
        }
        if (per == null) {
            return onlySupplierByFallback(suppliers.first());
        }
        row.face = Face.of(per);
        addSupplier(suppliers.first(), 1, false);
        return row.build();
    }

    /** The only supplier has no valid record, so that only a factor of the product id can say a unit. */
    private Row onlySupplierByFallback(String supplier) {
        NetworkFacts.Supplied any = context.facts().suppliers().of(product).values().stream()
                .filter(supplied -> supplied.figures().supplier().equals(supplier))
                .findFirst()
                .orElseThrow();
        per = any.figures().per();
        row.face = Face.of(per);
        addSupplier(supplier, 1, false);
        return row.build();
    }

    private Row ownOnly() {
        row.face = new Face(per, null, NodeKey.product(product));
        return row.build();
    }

    private Row mix(Amounts amounts, boolean carried) {
        if (amounts.own() > 0 && bills != null && amounts.total() == amounts.own() && !carried) {
            return ownOnly();
        }
        row.face = Face.of(per);
        double total = amounts.total();
        if (amounts.own() > 0) {
            addOwn(amounts.own() / total, carried);
        }
        amounts.bySupplier().forEach((supplier, amount) -> {
            if (amount > 0) {
                addSupplier(supplier, amount / total, carried);
            }
        });
        return row.build();
    }

    private void addOwn(double share, boolean carried) {
        if (bills == null) {
            row.covered(0, share, Double.NaN);
            row.unresolved.add(new UnresolvedLine(product, Gap.NO_PRODUCTION));
            return;
        }
        row.covered(1, share, Double.NaN);
        addEdge(NodeKey.product(product), share, share, carried, List.of());
    }

    private void addSupplier(String supplier, double share, boolean carried) {
        YearMonth month = YearMonth.from(context.period().lastDay());
        Sources.Source source =
                sources.supplied(new Sources.Wanted(InputKind.PRODUCT, product, per.unit(), null, supplier, month));
        row.covered(source.isResolved() ? 1 : 0, share, Double.NaN);
        if (source.isResolved()) {
            addEdge(source.target(), share * source.ratio(), share, carried, source.notes());
        } else {
            row.unresolved.add(new UnresolvedLine(product + "/" + supplier, source.unresolved()));
        }
    }

    private void addEdge(NodeKey target, double coefficient, double share, boolean carried, List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        if (carried) {
            all.add("carried-forward");
        }
        row.edges.add(new Edge(target, coefficient, share, per.unit().code(), Purpose.MATERIAL, true, carried, all));
    }
}

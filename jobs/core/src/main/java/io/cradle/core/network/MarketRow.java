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
        return new MarketRow(product, context).build();
    }

    private Row build() {
        NavigableSet<String> suppliers = suppliers();
        per = unit(suppliers);
        if (per == null) {
            return Row.unresolved(Gap.NO_SUPPLIER_RECORD);
        }
        row.face = Face.of(per);
        Period weighedIn = weighedIn();
        if (weighedIn == null) {
            return withoutAmounts(suppliers);
        }
        NavigableMap<String, Double> bought = bought(weighedIn);
        return bought == null
                ? Row.unresolved(Gap.UNIT_DIMENSION)
                : mix(made(weighedIn), bought, !weighedIn.equals(context.period()));
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
        Optional<Unit> ofPurchase = context.facts().purchases().of(product).values().stream()
                .findFirst()
                .map(PurchaseRecord::unit);
        Optional<Unit> ofRecord = context.facts().suppliers().of(product).values().stream()
                .filter(supplied ->
                        !context.facts().isSuperseded(supplied.figures().record()))
                .findFirst()
                .map(supplied -> supplied.figures().per().unit());
        return ofPurchase.or(() -> ofRecord).map(MassEnergy::none).orElse(null);
    }

    /** The period whose amounts weigh the sources: this one, else the latest earlier one with any; else null. */
    private Period weighedIn() {
        NavigableSet<Period> periods = new TreeSet<>();
        periods.add(context.period());
        context.facts().productionsOf(product).values().forEach(p -> addEarlier(periods, p.interval()));
        context.facts().purchases().of(product).values().forEach(p -> addEarlier(periods, p.interval()));
        for (Period period : periods.descendingSet()) {
            boolean anyBought = context.facts().purchases().of(product).values().stream()
                    .anyMatch(purchase -> part(purchase, period) > 0);
            if (anyBought || made(period) > 0) {
                return period;
            }
        }
        return null;
    }

    private void addEarlier(NavigableSet<Period> periods, Interval interval) {
        EarlierPeriods.add(periods, interval, context.period(), context.calendar());
    }

    /** Own production: the largest stage total, since every stage handles the same goods. */
    private double made(Period period) {
        NavigableMap<String, Double> stages = new TreeMap<>();
        for (ProductionRecord production :
                context.facts().productionsOf(product).values()) {
            double amount = production.interval().part(production.amount(), period.startMs(), period.endMs());
            double ratio = per.ratioFrom(production.unit()).orElse(0);
            stages.merge(production.stage(), amount * ratio, Double::sum);
        }
        return stages.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** Amounts bought by supplier, in the market's unit; null where one does not convert. */
    private NavigableMap<String, Double> bought(Period period) {
        NavigableMap<String, Double> bought = new TreeMap<>();
        for (PurchaseRecord purchase : context.facts().purchases().of(product).values()) {
            double amount = part(purchase, period);
            if (!(amount > 0)) {
                continue;
            }
            OptionalDouble ratio = ratio(purchase);
            if (ratio.isEmpty()) {
                return null;
            }
            bought.merge(purchase.supplier(), amount * ratio.getAsDouble(), Double::sum);
        }
        return bought;
    }

    private static double part(PurchaseRecord purchase, Period period) {
        return purchase.interval().part(purchase.amount(), period.startMs(), period.endMs());
    }

    /** Units of the market in one unit of a purchase, through the mass of the market or of the supplier's record. */
    private OptionalDouble ratio(PurchaseRecord purchase) {
        OptionalDouble direct = per.ratioFrom(purchase.unit());
        Optional<MassEnergy> ofSupplier = context.facts()
                .chosen(product, purchase.supplier(), context.period())
                .map(supplied -> supplied.figures().per());
        if (direct.isPresent() || ofSupplier.isEmpty()) {
            return direct;
        }
        OptionalDouble kg = ofSupplier.get().kgIn(purchase.unit());
        OptionalDouble marketKg = per.kgIn(per.unit());
        OptionalDouble supplierKg =
                marketKg.isPresent() ? marketKg : ofSupplier.get().kgIn(per.unit());
        return kg.isPresent() && supplierKg.isPresent()
                ? OptionalDouble.of(kg.getAsDouble() / supplierKg.getAsDouble())
                : OptionalDouble.empty();
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
        addSupplier(suppliers.first(), 1, false);
        return row.build();
    }

    private Row ownOnly() {
        row.face = new Face(per, null, NodeKey.product(product));
        return row.build();
    }

    private Row mix(double made, NavigableMap<String, Double> bought, boolean carried) {
        if (bought.isEmpty() && bills != null && !carried) {
            return ownOnly();
        }
        double total =
                made + bought.values().stream().mapToDouble(Double::doubleValue).sum();
        if (made > 0) {
            addOwn(made / total, carried);
        }
        bought.forEach((supplier, amount) -> addSupplier(supplier, amount / total, carried));
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
        Sources.Source source = sources.supplied(
                new Sources.Wanted(InputKind.PRODUCT, product, per.unit(), null, supplier, month), per);
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

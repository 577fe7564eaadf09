package io.cradle.testkit.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where a product without a named supplier comes from in a period (figures.md, 6.4). */
final class Market {
    private final NetworkView view;
    private final FactorTable factors;
    private final String product;
    private final Period period;
    private final Optional<Fact.Bill> bill;
    private final Unit unit;
    private final List<Masses.Entry> massesOfUnit = new ArrayList<>();

    Market(NetworkView view, FactorTable factors, String product, Period period) {
        this.view = view;
        this.factors = factors;
        this.product = product;
        this.period = period;
        this.bill = view.bill(product, period);
        this.unit = unit();
    }

    /** The unit that shares are counted in, and what it weighs where that is known; null where there is no source. */
    private Unit unit() {
        Optional<Fact.Supplied> first = firstChosen();
        if (bill.isPresent()) {
            massesOfUnit.add(
                    new Masses.Entry(bill.get().declaredUnit(), bill.get().productMass()));
            return bill.get().declaredUnit();
        }
        if (first.isPresent()) {
            massesOfUnit.add(
                    new Masses.Entry(first.get().declaredUnit(), first.get().productMass()));
            return first.get().declaredUnit();
        }
        return view.purchasesOf(product).stream()
                .map(purchase -> purchase.quantity().unit())
                .findFirst()
                .or(() -> view.standing(product).stream()
                        .map(held -> held.fact().declaredUnit())
                        .findFirst())
                .orElse(null);
    }

    String id() {
        return "market " + product;
    }

    /** An amount of the product in the market's unit. */
    Optional<BigDecimal> convert(Quantity quantity) {
        return new Masses(massesOfUnit).convert(quantity, unit);
    }

    /** The market's lines, or why it has none. */
    sealed interface Sources {
        record Mix(List<NodeLine> lines) implements Sources {}

        record None(Gap gap) implements Sources {}
    }

    Sources sources() {
        if (unit == null) {
            return new Sources.None(Gap.NO_SUPPLIER_RECORD);
        }
        Optional<Period> weighed = weighedIn();
        if (weighed.isEmpty()) {
            return withoutAmounts();
        }
        Period of = weighed.get();
        Optional<Map<String, BigDecimal>> purchased = purchased(of);
        if (purchased.isEmpty()) {
            return new Sources.None(Gap.UNIT_DIMENSION);
        }
        BigDecimal own = ownProduction(of);
        BigDecimal all = purchased.get().values().stream().reduce(own, BigDecimal::add);
        boolean carried = !of.equals(period);
        List<NodeLine> lines = new ArrayList<>();
        if (own.signum() > 0) {
            lines.add(own(own.divide(all, MathContext.DECIMAL128), carried));
        }
        purchased.get().forEach((supplier, amount) -> {
            if (amount.signum() > 0) {
                lines.add(bought(supplier, amount.divide(all, MathContext.DECIMAL128), carried));
            }
        });
        return new Sources.Mix(lines);
    }

    private Sources withoutAmounts() {
        if (bill.isPresent()) {
            return new Sources.Mix(List.of(own(BigDecimal.ONE, false)));
        }
        TreeSet<String> suppliers = new TreeSet<>();
        view.standing(product).forEach(held -> suppliers.add(held.fact().supplier()));
        return switch (suppliers.size()) {
            case 0 -> new Sources.None(Gap.NO_SUPPLIER_RECORD);
            case 1 -> new Sources.Mix(List.of(bought(suppliers.first(), BigDecimal.ONE, false)));
            default -> new Sources.None(Gap.NO_PURCHASE_WEIGHTS);
        };
    }

    private NodeLine own(BigDecimal share, boolean carried) {
        Resolved resolved = bill.isPresent()
                ? new Resolved.ToNode(GraphNode.product(product), share.doubleValue())
                : new Resolved.Missing(Gap.NO_PRODUCTION);
        return new NodeLine(product, Fact.Purpose.WITHIN, share.doubleValue(), null, true, carried, resolved);
    }

    private NodeLine bought(String supplier, BigDecimal share, boolean carried) {
        Suppliers suppliers = new Suppliers(view, factors, period);
        Resolved resolved = suppliers.resolve(
                product,
                supplier,
                Regions.WORLD,
                period.lastDay().withDayOfMonth(1),
                new Quantity(share, unit),
                massesOfUnit);
        return new NodeLine(product, Fact.Purpose.WITHIN, share.doubleValue(), null, true, carried, resolved);
    }

    /** The period whose amounts weigh the sources: this one, else the latest earlier with any. */
    private Optional<Period> weighedIn() {
        List<Period> candidates = new ArrayList<>(List.of(period));
        candidates.addAll(view.earlierThan(period));
        return candidates.stream().filter(this::hasAmounts).findFirst();
    }

    private boolean hasAmounts(Period of) {
        return ownProduction(of).signum() > 0
                || view.purchasesOf(product).stream()
                        .anyMatch(purchase -> partIn(purchase, of).amount().signum() > 0);
    }

    /** The largest stage total in the market's unit; records that do not convert are not in it. */
    private BigDecimal ownProduction(Period of) {
        Map<String, BigDecimal> stages = new TreeMap<>();
        for (Fact.Production production : view.productionOf(product)) {
            BigDecimal amount = convert(ProcessBook.partIn(production, of)).orElse(BigDecimal.ZERO);
            stages.merge(production.stage(), amount, BigDecimal::add);
        }
        return stages.values().stream().reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** Amounts bought in a period by supplier, in the market's unit; empty where one does not convert. */
    private Optional<Map<String, BigDecimal>> purchased(Period of) {
        Map<String, BigDecimal> bySupplier = new TreeMap<>();
        for (Fact.Purchase purchase : view.purchasesOf(product)) {
            Quantity part = partIn(purchase, of);
            if (part.amount().signum() > 0) {
                Optional<BigDecimal> amount = new Masses(massesWith(purchase.supplier())).convert(part, unit);
                if (amount.isEmpty()) {
                    return Optional.empty();
                }
                bySupplier.merge(purchase.supplier(), amount.get(), BigDecimal::add);
            }
        }
        return Optional.of(bySupplier);
    }

    private List<Masses.Entry> massesWith(String supplier) {
        List<Masses.Entry> entries = new ArrayList<>(massesOfUnit);
        view.chosen(supplier, product, period)
                .map(Held::fact)
                .ifPresent(record -> entries.add(new Masses.Entry(record.declaredUnit(), record.productMass())));
        return entries;
    }

    private Optional<Fact.Supplied> firstChosen() {
        TreeSet<String> suppliers = new TreeSet<>();
        view.standing(product).forEach(held -> suppliers.add(held.fact().supplier()));
        return suppliers.stream()
                .flatMap(supplier -> view.chosen(supplier, product, period).stream())
                .map(Held::fact)
                .findFirst();
    }

    private static Quantity partIn(Fact.Purchase purchase, Period of) {
        Quantity quantity = purchase.quantity();
        return new Quantity(purchase.interval().part(quantity.amount(), of.startMs(), of.endMs()), quantity.unit());
    }
}

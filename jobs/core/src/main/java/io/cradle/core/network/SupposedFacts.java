package io.cradle.core.network;

import io.cradle.core.Position;
import io.cradle.core.activity.Period;
import io.cradle.core.factor.SupplierRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Bills and suppliers' records as they would be. */
final class SupposedFacts {
    private final NetworkFacts facts;
    private final Period period;
    private final Map<String, Bill> bills = new LinkedHashMap<>();
    private final Map<String, SupplierRecord> records = new LinkedHashMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();

    SupposedFacts(NetworkFacts facts, Period period) {
        this.facts = facts;
        this.period = period;
    }

    /** Visits what makes a change of each fact at a place in the log. */
    void forEach(BiConsumer<String, Function<Position, Change>> visitor) {
        bills.forEach((key, bill) ->
                visitor.accept(key, at -> new Change.BillChange(at, key, bill.product(), bill.validFrom(), bill)));
        records.forEach((record, figures) ->
                visitor.accept(record, at -> new Change.SupplierChange(at, keys.get(record), record, figures)));
    }

    void suppose(Assumption.LineAmount line) {
        BillsInForce inForce = facts.billsInForce(line.product(), period);
        if (inForce == null) {
            throw new AssumptionException(
                    "product '" + line.product() + "' has no bill in force in " + period.label(),
                    line.product(),
                    facts.bills().keySet());
        }
        boolean found = false;
        for (BillsInForce.Weighted weighted : inForce.weighted()) {
            Bill bill = bills.getOrDefault(key(weighted.bill()), weighted.bill());
            List<BillLine> meant =
                    bill.lines().stream().filter(each -> isMeant(each, line)).toList();
            requireOne(meant, line);
            if (!meant.isEmpty()) {
                bills.put(key(bill), with(bill, meant.get(0), line));
                found = true;
            }
        }
        if (!found) {
            throw noLine(line, inForce);
        }
    }

    private static String key(Bill bill) {
        return bill.product() + "/" + bill.validFrom();
    }

    private static boolean isMeant(BillLine each, Assumption.LineAmount line) {
        return each.input().equals(line.input())
                && (line.supplier() == null || line.supplier().equals(each.supplier()));
    }

    private static void requireOne(List<BillLine> meant, Assumption.LineAmount line) {
        if (meant.size() > 1) {
            throw new AssumptionException("the bill of '" + line.product() + "' has " + meant.size() + " lines of '"
                    + line.input() + "', of suppliers "
                    + meant.stream()
                            .map(each -> each.supplier() == null ? "(none)" : each.supplier())
                            .toList()
                    + ": name one as bom:" + line.product() + "/" + line.input() + "@SUPPLIER=…");
        }
    }

    private static AssumptionException noLine(Assumption.LineAmount line, BillsInForce inForce) {
        TreeSet<String> inputs = inForce.weighted().stream()
                .flatMap(weighted -> weighted.bill().lines().stream())
                .map(BillLine::input)
                .collect(Collectors.toCollection(TreeSet::new));
        if (inputs.contains(line.input())) {
            return new AssumptionException("the bill of '" + line.product() + "' has no line of '" + line.input()
                    + "' from supplier '" + line.supplier() + "'");
        }
        return new AssumptionException(
                "the bill of '" + line.product() + "' has no line of '" + line.input() + "'", line.input(), inputs);
    }

    private static Bill with(Bill bill, BillLine old, Assumption.LineAmount line) {
        if (old.isExempted()) {
            throw new AssumptionException("the line of '" + line.input() + "' in the bill of '" + line.product()
                    + "' is exempted: its amount adds nothing");
        }
        List<BillLine> lines = new ArrayList<>(bill.lines());
        lines.set(
                lines.indexOf(old),
                new BillLine(
                        old.kind(),
                        old.input(),
                        line.amount().of(old.amount()),
                        old.unit(),
                        old.supplier(),
                        old.region(),
                        old.purpose(),
                        old.exempted(),
                        old.primary()));
        return new Bill(bill.product(), bill.validFrom(), bill.name(), bill.per(), lines);
    }

    void suppose(Assumption.SuppliedFigure supplied) {
        NetworkFacts.Supplied chosen =
                facts.chosen(supplied.product(), supplied.supplier(), period).orElseThrow(() -> noRecord(supplied));
        SupplierRecord old = records.getOrDefault(chosen.figures().record(), chosen.figures());
        double[] indicators = SupposedFigure.of(old.indicators(), supplied.amount(), "supplier record " + chosen.key());
        keys.put(old.record(), chosen.key());
        records.put(
                old.record(),
                new SupplierRecord(
                        old.record(),
                        old.preceding(),
                        old.supplier(),
                        old.product(),
                        old.referenceEnd(),
                        old.validFrom(),
                        old.validTo(),
                        old.per(),
                        indicators,
                        old.quality()));
    }

    private AssumptionException noRecord(Assumption.SuppliedFigure supplied) {
        TreeSet<String> suppliers = facts.suppliers().of(supplied.product()).values().stream()
                .map(each -> each.figures().supplier())
                .collect(Collectors.toCollection(TreeSet::new));
        return new AssumptionException(
                "supplier '" + supplied.supplier() + "' has no record of product '" + supplied.product()
                        + "' that is in force in " + period.label(),
                supplied.supplier(),
                suppliers);
    }
}

package io.cradle.core.network;

import static java.lang.Double.NaN;

import io.cradle.core.Position;
import io.cradle.core.activity.ActivityRecord;
import io.cradle.core.activity.InputKind;
import io.cradle.core.activity.Meter;
import io.cradle.core.activity.ProductionRecord;
import io.cradle.core.activity.PurchaseRecord;
import io.cradle.core.activity.Reading;
import io.cradle.core.factor.Quality;
import io.cradle.core.factor.SupplierRecord;
import io.cradle.core.quantity.Interval;
import io.cradle.core.quantity.MassEnergy;
import io.cradle.core.quantity.Units;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Facts of a network in short words: times are UTC days or hours, spans are "from to", amounts are "number unit". */
final class Facts {
    private static final String ALWAYS = "1900-01-01";

    private Facts() {}

    static Change bill(String product, String unit, BillLine... lines) {
        return billFrom(ALWAYS, product, unit, NaN, lines);
    }

    /** A version of a bill; {@code kg} is the mass of one declared unit, NaN where nobody knows. */
    static Change billFrom(String day, String product, String unit, double kg, BillLine... lines) {
        LocalDate from = LocalDate.parse(day);
        MassEnergy per = MassEnergy.mass(Units.of(unit), kg);
        Bill bill = new Bill(product, from, null, per, List.of(lines));
        return new Change.BillChange(at("bills-of-materials"), product + "/" + day, product, from, bill);
    }

    static Change noBill(String product) {
        return new Change.BillChange(
                at("bills-of-materials"), product + "/" + ALWAYS, product, LocalDate.parse(ALWAYS), null);
    }

    static BillLine product(String input, String amount) {
        return line(InputKind.PRODUCT, input, amount);
    }

    static BillLine flow(String input, String amount) {
        return line(InputKind.FLOW, input, amount);
    }

    static BillLine fuel(String input, String amount) {
        return line(InputKind.FUEL, input, amount);
    }

    static BillLine gas(String input, String amount) {
        return line(InputKind.GAS, input, amount);
    }

    private static BillLine line(InputKind kind, String input, String amount) {
        return new BillLine(
                kind, input, number(amount), Units.of(unit(amount)), null, null, Purpose.MATERIAL, NaN, false);
    }

    static BillLine boughtFrom(String supplier, BillLine l) {
        return new BillLine(
                l.kind(),
                l.input(),
                l.amount(),
                l.unit(),
                supplier,
                l.region(),
                l.purpose(),
                l.exempted(),
                l.primary());
    }

    static BillLine primary(BillLine l) {
        return new BillLine(
                l.kind(), l.input(), l.amount(), l.unit(), l.supplier(), l.region(), l.purpose(), l.exempted(), true);
    }

    static BillLine as(Purpose purpose, BillLine l) {
        return new BillLine(
                l.kind(),
                l.input(),
                l.amount(),
                l.unit(),
                l.supplier(),
                l.region(),
                purpose,
                l.exempted(),
                l.primary());
    }

    static BillLine exempted(double share, BillLine l) {
        return new BillLine(
                l.kind(), l.input(), l.amount(), l.unit(), l.supplier(), l.region(), l.purpose(), share, l.primary());
    }

    /** A supplier's record that is always valid: kgCO2e fossil per unit. */
    static Change supplied(String record, String supplier, String product, String unit, double kgCO2e, double primary) {
        return new Change.SupplierChange(
                at("supplier-emissions"), record, record, figures(record, supplier, product, unit, kgCO2e, primary));
    }

    private static SupplierRecord figures(
            String record, String supplier, String product, String unit, double kgCO2e, double primary) {
        return new SupplierRecord(
                record,
                List.of(),
                supplier,
                product,
                LocalDate.parse("2023-12-31"),
                null,
                null,
                MassEnergy.none(Units.of(unit)),
                fossil(kgCO2e),
                new Quality(primary, 2, 2, 2));
    }

    static Change production(String record, String process, String product, String span, String amount) {
        return production(record, process, product, "main", span, amount, NaN, "kg");
    }

    static Change production(
            String record,
            String process,
            String product,
            String stage,
            String span,
            String amount,
            double weight,
            String allocationUnit) {
        ProductionRecord production = new ProductionRecord(
                record,
                process,
                product,
                stage,
                interval(span),
                number(amount),
                Units.of(unit(amount)),
                weight,
                allocationUnit);
        return new Change.ProductionChange(at("production-records"), record, record, production);
    }

    static Change noProduction(String record) {
        return new Change.ProductionChange(at("production-records"), record, record, null);
    }

    static Change purchase(String record, String product, String supplier, String span, String amount) {
        PurchaseRecord purchase =
                new PurchaseRecord(record, product, supplier, interval(span), number(amount), Units.of(unit(amount)));
        return new Change.PurchaseChange(at("purchase-records"), record, record, purchase);
    }

    static Change used(String record, String process, InputKind kind, String input, String span, String amount) {
        return used(record, process, kind, input, span, amount, null, null);
    }

    static Change used(
            String record,
            String process,
            InputKind kind,
            String input,
            String span,
            String amount,
            String replaces,
            String evidence) {
        ActivityRecord activity = new ActivityRecord(
                record,
                process,
                interval(span),
                kind,
                input,
                number(amount),
                Units.of(unit(amount)),
                null,
                null,
                replaces,
                evidence,
                true);
        return new Change.ActivityChange(at("activity-records"), record, record, activity);
    }

    /** A meter of the flow "grid" in kW.h; a register rolls over at 100 000 kW.h. */
    static Change meter(String meter, String process, boolean register) {
        LocalDate from = LocalDate.parse(ALWAYS);
        Meter version = new Meter(
                from,
                process,
                InputKind.FLOW,
                "grid",
                null,
                Units.of("kW.h"),
                1,
                register,
                register ? 100_000_000_000L : 0,
                true);
        return new Change.MeterChange(at("energy-meters"), meter + "/" + ALWAYS, meter, from, version);
    }

    static Change reading(String meter, String span, String kWh) {
        Interval interval = interval(span);
        return new Change.ReadingChange(
                at("meter-readings"), meter, meter, new Reading(interval.startMs(), interval.endMs(), kWh, null));
    }

    static Change value(String meter, String time, String kWh) {
        return new Change.ReadingChange(
                at("meter-readings"), meter, meter, new Reading(Reading.NO_START, ms(time), kWh, null));
    }

    static double[] fossil(double kgCO2e) {
        double[] indicators = new double[9];
        indicators[0] = kgCO2e;
        return indicators;
    }

    /** 2024-01-31 or 2024-01-31T12. */
    static long ms(String time) {
        return LocalDateTime.parse(time.length() == 10 ? time + "T00:00" : time + ":00")
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }

    private static Interval interval(String span) {
        String[] ends = span.split(" ", 2);
        return new Interval(ms(ends[0]), ms(ends[1]));
    }

    private static double number(String amount) {
        return Double.parseDouble(amount.split(" ", 2)[0]);
    }

    private static String unit(String amount) {
        return amount.split(" ", 2)[1];
    }

    /** The log time is set when the change is settled. */
    private static Position at(String topic) {
        return new Position(0, topic, 0, 0);
    }
}

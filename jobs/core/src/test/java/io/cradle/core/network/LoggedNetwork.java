package io.cradle.core.network;

import io.cradle.core.Position;
import io.cradle.core.activity.PeriodKind;
import io.cradle.core.activity.ReportingCalendar;
import io.cradle.core.factor.Factor;
import io.cradle.core.factor.FactorKind;
import io.cradle.core.factor.FactorTable;
import io.cradle.core.factor.Quality;
import io.cradle.core.footprint.Publication;
import io.cradle.core.quantity.MassEnergy;
import io.cradle.core.quantity.Units;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A supply network whose log is written by hand: months in UTC that close after 15 days, minimum cover 10 %, parking for
 * 7 days. Keeps what was published last.
 */
final class LoggedNetwork {
    static final ReportingCalendar CALENDAR = ReportingCalendar.rolling(
            PeriodKind.MONTH, ZoneId.of("UTC"), Duration.ofDays(15).toMillis(), 36);

    private final FactorTable factors = new FactorTable();
    private final SupplyNetwork network = new SupplyNetwork(
            new NetworkSettings(CALENDAR, 0.1, Duration.ofDays(7).toMillis()), factors);
    private final Map<String, Publication> published = new HashMap<>();
    private long offset;

    /** A supply factor of kgCO2e fossil per unit for all regions and times. */
    LoggedNetwork factor(String flow, String unit, double kgCO2e) {
        return factor(flow, FactorKind.SUPPLY, unit, kgCO2e, 0);
    }

    LoggedNetwork factor(String flow, FactorKind kind, String unit, double kgCO2e, long logTimeMs) {
        return factor(flow, kind, "2020-01-01", unit, kgCO2e, logTimeMs);
    }

    LoggedNetwork factor(String flow, FactorKind kind, String validFrom, String unit, double kgCO2e, long logTimeMs) {
        return factor(flow, kind, validFrom, unit, Facts.fossil(kgCO2e), logTimeMs);
    }

    LoggedNetwork factor(
            String flow, FactorKind kind, String validFrom, String unit, double[] indicators, long logTimeMs) {
        LocalDate from = LocalDate.parse(validFrom);
        Factor factor = new Factor(
                flow + "/" + kind.code() + "/" + validFrom,
                flow,
                "GLO",
                kind,
                from,
                null,
                MassEnergy.none(Units.of(unit)),
                indicators,
                new Quality(0, 3, 3, 3),
                null,
                null);
        factors.put(flow, "GLO", kind, from, position(logTimeMs, "emission-factors"), Optional.of(factor));
        return this;
    }

    /** Settles the epoch that ends at a time such as 2024-01-31 or 2024-01-31T12. */
    Settlement at(String time, Change... changes) {
        long endMs = Facts.ms(time);
        List<Change> stamped = new ArrayList<>();
        for (Change change : changes) {
            stamped.add(stamp(change, position(endMs, change.position().topic())));
        }
        Settlement settlement = network.settle(endMs, stamped);
        settlement
                .publications()
                .forEach(p -> published.put(p.product() + " " + p.period().label(), p));
        return settlement;
    }

    FactorTable factors() {
        return factors;
    }

    SupplyNetwork network() {
        return network;
    }

    /** What was published last of a product in a month. */
    Publication last(String product, String month) {
        Publication last = published.get(product + " " + month);
        if (last == null) {
            throw new AssertionError("never published: " + product + " in " + month + "; were: " + published.keySet());
        }
        return last;
    }

    /** kgCO2e excluding uptake per declared unit. */
    double pcf(String product, String month) {
        return last(product, month).figures().excludingUptake();
    }

    /** "input: reason" of every unresolved line. */
    List<String> gaps(String product, String month) {
        return last(product, month).unresolved().stream()
                .map(line -> line.input() + ": " + line.reason())
                .toList();
    }

    private Position position(long logTimeMs, String topic) {
        return new Position(logTimeMs, topic, 0, offset++);
    }

    private static Change stamp(Change change, Position at) {
        if (change instanceof Change.BillChange c) {
            return new Change.BillChange(at, c.key(), c.product(), c.validFrom(), c.bill());
        }
        if (change instanceof Change.MeterChange c) {
            return new Change.MeterChange(at, c.key(), c.meter(), c.validFrom(), c.version());
        }
        if (change instanceof Change.SupplierChange c) {
            return new Change.SupplierChange(at, c.key(), c.record(), c.figures());
        }
        if (change instanceof Change.ProductionChange c) {
            return new Change.ProductionChange(at, c.key(), c.record(), c.production());
        }
        if (change instanceof Change.PurchaseChange c) {
            return new Change.PurchaseChange(at, c.key(), c.record(), c.purchase());
        }
        if (change instanceof Change.ReadingChange c) {
            return new Change.ReadingChange(at, c.key(), c.meter(), c.reading());
        }
        Change.ActivityChange c = (Change.ActivityChange) change;
        return new Change.ActivityChange(at, c.key(), c.record(), c.activity());
    }
}

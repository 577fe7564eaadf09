package io.cradle.core.network;

import io.cradle.core.activity.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/**
 * The versions of a product's bill that are in force in a period, weighted by days.
 *
 * @param weighted in order of their first day; never empty
 */
record BillsInForce(List<Weighted> weighted) {
    /** A version and the share of the days, 0–1. */
    record Weighted(Bill bill, double share) {}

    /** The versions in force, or null where the product is not made in the period. */
    static BillsInForce in(NavigableMap<LocalDate, Bill> versions, Period period) {
        if (versions == null || versions.isEmpty()) {
            return null;
        }
        List<Bill> bills = new ArrayList<>();
        List<Long> days = new ArrayList<>();
        long all = 0;
        LocalDate end = period.lastDay().plusDays(1);
        for (Bill bill : versions.headMap(period.lastDay(), true).values()) {
            LocalDate from = bill.validFrom().isAfter(period.firstDay()) ? bill.validFrom() : period.firstDay();
            LocalDate next = versions.higherKey(bill.validFrom());
            LocalDate to = next == null || next.isAfter(end) ? end : next;
            long inForce = ChronoUnit.DAYS.between(from, to);
            if (inForce > 0) {
                bills.add(bill);
                days.add(inForce);
                all += inForce;
            }
        }
        if (bills.isEmpty()) {
            return null;
        }
        List<Weighted> weighted = new ArrayList<>(bills.size());
        for (int i = 0; i < bills.size(); i++) {
            weighted.add(new Weighted(bills.get(i), (double) days.get(i) / all));
        }
        return new BillsInForce(weighted);
    }

    /** The version that names, weighs and declares the product: the last. */
    Bill declaring() {
        return weighted.get(weighted.size() - 1).bill();
    }
}

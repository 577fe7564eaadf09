package io.cradle.rollup.harness;

import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.ProductFootprint;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds every published figure of {@link Bookings} against the others of the same moment, and against the log. */
public final class BookingCheck {
    private static final double TOLERANCE = 1e-9;

    /** A figure with the gross emissions that its tolerance is measured by, kgCO2e per kg. */
    private record Figure(double net, double gross) {}

    /** network → product → asOf → figure. */
    private final Map<String, Map<String, NavigableMap<Long, Figure>>> published = new HashMap<>();

    private final List<String> wrong = new ArrayList<>();
    private int publications;
    private int totals;
    private int checked;

    /** Takes in a publication; second copies of one must say the same. */
    public void add(ProductFootprint one) {
        Figure figure =
                new Figure(one.getFigures().getFossil(), one.getFigures().getGross());
        Figure before = published
                .computeIfAbsent(one.getNetwork(), network -> new HashMap<>())
                .computeIfAbsent(one.getProduct(), product -> new TreeMap<>())
                .put(one.getAsOf().toEpochMilli(), figure);
        if (before != null) {
            expect(before.net(), figure, one.getNetwork() + "/" + one.getProduct() + " published again");
            return;
        }
        publications++;
        totals += one.getProduct().equals(Bookings.TOTAL) ? 1 : 0;
    }

    public int publications() {
        return publications;
    }

    public int totals() {
        return totals;
    }

    /** How many comparisons were made. */
    public int checked() {
        return checked;
    }

    /** What is wrong with what was taken in, given what the log calls for. */
    public List<String> judge(Map<String, NavigableMap<Long, Double>> turnovers) {
        turnovers.forEach((network, due) -> {
            Map<String, NavigableMap<Long, Figure>> products = published.getOrDefault(network, Map.of());
            NavigableMap<Long, Figure> ofTotal =
                    products.getOrDefault(Bookings.TOTAL, new TreeMap<>()).tailMap(due.firstKey(), true);
            if (!ofTotal.keySet().equals(due.keySet())) {
                wrong.add(network + ": totals are missing or superfluous: " + difference(ofTotal, due));
            }
            ofTotal.forEach((asOf, total) -> {
                Map.Entry<Long, Double> then = due.floorEntry(asOf);
                expect(then == null ? Double.NaN : then.getValue(), total, network + " total as of " + asOf);
                balances(network, products, asOf, total);
            });
        });
        return wrong;
    }

    /** The figures in force at one moment: each account balances, and the total is the balance of all. */
    private void balances(String network, Map<String, NavigableMap<Long, Figure>> products, long asOf, Figure total) {
        double sum = 0;
        for (int account = 0; account < Bookings.ACCOUNTS; account++) {
            Figure balance = at(products, Bookings.balance(account), asOf);
            double credits = at(products, Bookings.credits(account), asOf).net();
            double debits = at(products, Bookings.debits(account), asOf).net();
            expect(credits - debits, balance, network + " balance " + account + " as of " + asOf);
            sum += balance.net();
        }
        double turnover = at(products, Bookings.TURNOVER, asOf).net();
        expect(0, new Figure(sum, total.gross()), network + " sum of the balances as of " + asOf);
        expect(turnover + sum, total, network + " total of its inputs as of " + asOf);
    }

    private static Figure at(Map<String, NavigableMap<Long, Figure>> products, String product, long asOf) {
        Map.Entry<Long, Figure> inForce =
                products.getOrDefault(product, new TreeMap<>()).floorEntry(asOf);
        return inForce == null ? new Figure(Double.NaN, Double.NaN) : inForce.getValue();
    }

    private void expect(double expected, Figure got, String what) {
        checked++;
        if (!(Math.abs(got.net() - expected) <= TOLERANCE * got.gross())) {
            wrong.add(what + ": " + got.net() + " instead of " + expected);
        }
    }

    private static String difference(NavigableMap<Long, Figure> got, NavigableMap<Long, Double> due) {
        TreeSet<Long> missing = new TreeSet<>(due.keySet());
        missing.removeAll(got.keySet());
        TreeSet<Long> superfluous = new TreeSet<>(got.keySet());
        superfluous.removeAll(due.keySet());
        return "missing as of " + missing + ", superfluous as of " + superfluous;
    }

    /**
     * Coin × Σ slips at the end of every epoch in which it moved, by network; from the epoch on in which the network was
     * complete, because what is published of half a network is the oracle's to judge.
     */
    public static Map<String, NavigableMap<Long, Double>> turnovers(List<LogEntry> log, OracleSettings settings) {
        TreeMap<Long, List<LogEntry>> epochs = new TreeMap<>();
        for (LogEntry entry : log) {
            epochs.computeIfAbsent(settings.epochEnd(entry.logTimeMs()), end -> new ArrayList<>())
                    .add(entry);
        }
        Map<String, NavigableMap<Long, Double>> turnovers = new TreeMap<>();
        Map<String, Map<String, Double>> amounts = new HashMap<>();
        double[] coin = {Double.NaN};
        epochs.forEach((asOf, entries) -> {
            for (LogEntry entry : entries) {
                if (entry.value() instanceof EmissionFactor factor) {
                    coin[0] = Double.parseDouble(factor.getIndicators().getFossil());
                } else if (entry.value() instanceof BillOfMaterials bill) {
                    amounts.computeIfAbsent(bill.getNetwork(), network -> new HashMap<>())
                            .put(bill.getProduct(), Bookings.amount(bill));
                }
            }
            amounts.forEach((network, slips) -> {
                if (slips.size() == Bookings.PRODUCTS && !Double.isNaN(coin[0])) {
                    double sum = slips.values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum();
                    put(turnovers.computeIfAbsent(network, name -> new TreeMap<>()), asOf, coin[0] * sum);
                }
            });
        });
        return turnovers;
    }

    private static void put(NavigableMap<Long, Double> due, long asOf, double turnover) {
        if (due.isEmpty() || moved(due.lastEntry().getValue(), turnover)) {
            due.put(asOf, turnover);
        }
    }

    private static boolean moved(double before, double after) {
        return Math.abs(after - before) > TOLERANCE * Math.abs(after);
    }
}

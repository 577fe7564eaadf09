package io.cradle.testkit.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The facts of one network and all factors as they stand at the end of an epoch, and plain questions to them. */
final class NetworkView {
    private final OracleSettings settings;
    private final PeriodCalendar calendar;
    private final NetworkFacts facts;
    private final Collection<Held<Fact.Factor>> factors;
    private final long asOfMs;
    private final long firstActivityMs;

    NetworkView(OracleSettings settings, NetworkFacts facts, Map<String, Held<Fact.Factor>> factors, long asOfMs) {
        this.settings = settings;
        this.calendar = new PeriodCalendar(settings);
        this.facts = facts;
        this.factors = factors.values();
        this.asOfMs = asOfMs;
        this.firstActivityMs =
                facts.touched().stream().mapToLong(Period::startMs).min().orElse(Long.MAX_VALUE);
    }

    OracleSettings settings() {
        return settings;
    }

    PeriodCalendar calendar() {
        return calendar;
    }

    NetworkFacts facts() {
        return facts;
    }

    Collection<Held<Fact.Factor>> factors() {
        return factors;
    }

    boolean closed(Period period) {
        return calendar.closed(period, asOfMs);
    }

    /** A version of a bill that is in force in a period, with its share of the days. */
    record BillInForce(Fact.Bill bill, BigDecimal weight) {}

    /** The versions in force, oldest first; empty where the product is not made in the period. */
    List<BillInForce> billsInForce(String product, Period period) {
        List<Fact.Bill> versions = facts.bills.values().stream()
                .map(Held::fact)
                .filter(bill -> bill.product().equals(product))
                .sorted(Comparator.comparing(Fact.Bill::validFrom))
                .toList();
        LocalDate end = period.lastDay().plusDays(1);
        List<Fact.Bill> inForce = new ArrayList<>();
        List<Long> days = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            LocalDate from = later(versions.get(i).validFrom(), period.firstDay());
            LocalDate to = i + 1 < versions.size() ? earlier(versions.get(i + 1).validFrom(), end) : end;
            if (from.isBefore(to)) {
                inForce.add(versions.get(i));
                days.add(ChronoUnit.DAYS.between(from, to));
            }
        }
        BigDecimal all = BigDecimal.valueOf(days.stream().mapToLong(d -> d).sum());
        List<BillInForce> weighted = new ArrayList<>();
        for (int i = 0; i < inForce.size(); i++) {
            BigDecimal weight = BigDecimal.valueOf(days.get(i)).divide(all, MathContext.DECIMAL128);
            weighted.add(new BillInForce(inForce.get(i), weight));
        }
        return weighted;
    }

    /** The version that gives a product its declared unit, mass and name in a period: the last in force. */
    Optional<Fact.Bill> bill(String product, Period period) {
        return billsInForce(product, period).stream().map(BillInForce::bill).reduce((first, second) -> second);
    }

    /** The supplier's record for a period. */
    Optional<Held<Fact.Supplied>> chosen(String supplier, String product, Period period) {
        LocalDate day = period.lastDay();
        return standing(product).stream()
                .filter(held -> held.fact().supplier().equals(supplier))
                .filter(held -> held.fact().validFrom() == null
                        || !held.fact().validFrom().isAfter(day))
                .filter(held ->
                        held.fact().validTo() == null || !held.fact().validTo().isBefore(day))
                .max(Comparator.<Held<Fact.Supplied>, LocalDate>comparing(
                                held -> held.fact().referenceEnd())
                        .thenComparing(held -> held.fact().record()));
    }

    /** The records of a product that no stored record supersedes. */
    List<Held<Fact.Supplied>> standing(String product) {
        Set<String> superseded = new HashSet<>();
        facts.supplied.values().forEach(held -> superseded.addAll(held.fact().preceding()));
        return facts.supplied.values().stream()
                .filter(held -> held.fact().product().equals(product))
                .filter(held -> !superseded.contains(held.fact().record()))
                .toList();
    }

    /** The production records of a product, by key. */
    List<Fact.Production> productionOf(String product) {
        return facts.productions.values().stream()
                .map(Held::fact)
                .filter(production -> production.product().equals(product))
                .toList();
    }

    /** The purchases of a product, by key. */
    List<Fact.Purchase> purchasesOf(String product) {
        return facts.purchases.values().stream()
                .map(Held::fact)
                .filter(purchase -> purchase.product().equals(product))
                .toList();
    }

    /** The periods before a period, latest first, back to the first that any activity of the network lies in. */
    List<Period> earlierThan(Period period) {
        List<Period> earlier = new ArrayList<>();
        Period p = calendar.previous(period);
        while (p.endMs() > firstActivityMs) {
            earlier.add(p);
            p = calendar.previous(p);
        }
        return earlier;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}

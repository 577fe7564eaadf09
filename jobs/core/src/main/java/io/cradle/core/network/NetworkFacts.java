package io.cradle.core.network;

import io.cradle.core.Position;
import io.cradle.core.activity.ActivityRecord;
import io.cradle.core.activity.MeterBook;
import io.cradle.core.activity.Period;
import io.cradle.core.activity.ProductionRecord;
import io.cradle.core.activity.PurchaseRecord;
import io.cradle.core.activity.ReportingCalendar;
import io.cradle.core.factor.SupplierRecord;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The facts of one network as they stand, indexed the way rows ask for them; always iterated in key order. */
final class NetworkFacts {
    /** A supplier record, its key and where it stands in the log. */
    record Supplied(SupplierRecord figures, String key, Position position) {}

    private final ReportingCalendar calendar;
    private final NavigableMap<String, NavigableMap<LocalDate, Bill>> bills = new TreeMap<>();
    private final NavigableMap<String, MeterBook> meters = new TreeMap<>();
    /** The meter that was asked for last: readings come ordered by meter. Books are never removed. */
    private String lastMeter;

    private MeterBook lastBook;
    private final Map<String, NavigableMap<String, MeterBook>> metersOfProcess = new HashMap<>();
    private final Map<String, Set<String>> processesOfMeter = new HashMap<>();
    private final Index<ActivityRecord> activities = new Index<>();
    private final Index<ProductionRecord> productions = new Index<>();
    private final Index<ProductionRecord> productionsByProduct = new Index<>();
    private final Index<PurchaseRecord> purchases = new Index<>();
    private final Index<Supplied> suppliers = new Index<>();
    private final Map<String, Integer> superseded = new HashMap<>();

    NetworkFacts(ReportingCalendar calendar) {
        this.calendar = calendar;
    }

    NavigableMap<String, NavigableMap<LocalDate, Bill>> bills() {
        return bills;
    }

    boolean isProduct(String product) {
        return bills.containsKey(product);
    }

    BillsInForce billsInForce(String product, Period period) {
        return BillsInForce.in(bills.get(product), period);
    }

    void putBill(Bill bill) {
        bills.computeIfAbsent(bill.product(), key -> new TreeMap<>()).put(bill.validFrom(), bill);
    }

    void removeBill(String product, LocalDate validFrom) {
        NavigableMap<LocalDate, Bill> versions = bills.get(product);
        if (versions != null && versions.remove(validFrom) != null && versions.isEmpty()) {
            bills.remove(product);
        }
    }

    NavigableMap<String, MeterBook> meters() {
        return meters;
    }

    MeterBook meter(String meter) {
        if (!meter.equals(lastMeter)) {
            lastBook = meters.computeIfAbsent(meter, key -> new MeterBook(meter, calendar));
            lastMeter = meter;
        }
        return lastBook;
    }

    /** Whether a meter is defined, so that readings of it can be judged. */
    boolean isMeter(String meter) {
        MeterBook book = meter.equals(lastMeter) ? lastBook : meters.get(meter);
        return book != null && book.isKnown();
    }

    /** The meters that have a version on a process, in order. */
    Collection<MeterBook> metersOf(String process) {
        return metersOfProcess
                .getOrDefault(process, Collections.emptyNavigableMap())
                .values();
    }

    /** Keeps the index of meters by process after the versions of a meter changed. */
    void meterMoved(String meter) {
        MeterBook book = meters.get(meter);
        for (String process : processesOfMeter.getOrDefault(meter, Set.of())) {
            metersOfProcess.get(process).remove(meter);
        }
        Set<String> processes = new TreeSet<>();
        book.versions().values().forEach(version -> processes.add(version.process()));
        processesOfMeter.put(meter, processes);
        for (String process : processes) {
            metersOfProcess.computeIfAbsent(process, key -> new TreeMap<>()).put(meter, book);
        }
    }

    /** The activity records of a process. */
    Index<ActivityRecord> activities() {
        return activities;
    }

    /** The production records of a process. */
    Index<ProductionRecord> productions() {
        return productions;
    }

    NavigableMap<String, ProductionRecord> productionsOf(String product) {
        return productionsByProduct.of(product);
    }

    void putProduction(ProductionRecord production) {
        productions.put(production.record(), production.process(), production);
        productionsByProduct.put(production.record(), production.product(), production);
    }

    void removeProduction(String record) {
        productions.remove(record);
        productionsByProduct.remove(record);
    }

    /** The purchases of a product. */
    Index<PurchaseRecord> purchases() {
        return purchases;
    }

    /** The supplier records of a product. */
    Index<Supplied> suppliers() {
        return suppliers;
    }

    void putSupplied(SupplierRecord figures, String key, Position position) {
        removeSupplied(figures.record());
        suppliers.put(figures.record(), figures.product(), new Supplied(figures, key, position));
        figures.preceding().forEach(id -> superseded.merge(id, 1, Integer::sum));
    }

    void removeSupplied(String record) {
        Supplied gone = suppliers.remove(record);
        if (gone != null) {
            gone.figures().preceding().forEach(id -> superseded.computeIfPresent(id, (k, n) -> n == 1 ? null : n - 1));
        }
    }

    boolean isSuperseded(String record) {
        return superseded.containsKey(record);
    }

    /** The record that speaks for a supplier on the last day of a period, or empty. */
    Optional<Supplied> chosen(String product, String supplier, Period period) {
        return suppliers.of(product).values().stream()
                .filter(supplied -> supplied.figures().supplier().equals(supplier))
                .filter(supplied -> !isSuperseded(supplied.figures().record()))
                .filter(supplied -> supplied.figures().isValidOn(period.lastDay()))
                .max(Comparator.comparing((Supplied s) -> s.figures().referenceEnd())
                        .thenComparing(s -> s.figures().record()));
    }

    /** Records by id, and by what they belong to. */
    static final class Index<T> {
        private record Entry<T>(String owner, T value) {}

        private final Map<String, Entry<T>> byRecord = new HashMap<>();
        private final Map<String, NavigableMap<String, T>> byOwner = new TreeMap<>();

        void put(String record, String owner, T value) {
            remove(record);
            byRecord.put(record, new Entry<>(owner, value));
            byOwner.computeIfAbsent(owner, key -> new TreeMap<>()).put(record, value);
        }

        /** Removes a record; gives it back, or null where there was none. */
        T remove(String record) {
            Entry<T> entry = byRecord.remove(record);
            if (entry == null) {
                return null;
            }
            NavigableMap<String, T> ofOwner = byOwner.get(entry.owner());
            ofOwner.remove(record);
            if (ofOwner.isEmpty()) {
                byOwner.remove(entry.owner());
            }
            return entry.value();
        }

        T get(String record) {
            Entry<T> entry = byRecord.get(record);
            return entry == null ? null : entry.value();
        }

        NavigableMap<String, T> of(String owner) {
            return byOwner.getOrDefault(owner, Collections.emptyNavigableMap());
        }

        /** Everything that owns a record, in order. */
        Iterable<String> owners() {
            return byOwner.keySet();
        }
    }
}

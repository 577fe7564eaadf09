package io.cradle.testkit.oracle;

import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accepts the records of one network, epoch by epoch (figures.md, sections 1.3 and 9). */
final class NetworkLedger {
    private static final List<InputTopic> DEFINITIONS =
            List.of(InputTopic.BILLS_OF_MATERIALS, InputTopic.ENERGY_METERS, InputTopic.SUPPLIER_EMISSIONS);
    // Readings come first: an instrument is judged after the readings of its epoch.
    private static final List<InputTopic> ACTIVITY = List.of(
            InputTopic.METER_READINGS,
            InputTopic.PRODUCTION_RECORDS,
            InputTopic.PURCHASE_RECORDS,
            InputTopic.ACTIVITY_RECORDS);
    private static final Comparator<Passed> BY_KEY =
            Comparator.comparing(Passed::key).thenComparing(Passed::stamped, StampedEntry.IN_POSITION);

    private final OracleSettings settings;
    private final PeriodCalendar calendar;
    private final Map<String, Reason> rejected;
    private final NetworkFacts facts;
    private final Parked parked = new Parked();
    private final long firstEpochMs;

    /** A record that intake has passed; {@code fact} is empty for a deletion. */
    record Passed(StampedEntry stamped, Optional<Fact> fact) {
        String key() {
            return stamped.entry().key();
        }

        InputTopic topic() {
            return stamped.entry().topic();
        }

        <T extends Fact> Optional<Held<T>> held(Class<T> type) {
            return fact.map(some -> new Held<>(type.cast(some), key(), stamped));
        }
    }

    /** {@code rejected} takes the reason of every record refused, by position. */
    NetworkLedger(OracleSettings settings, long firstEpochMs, Map<String, Reason> rejected) {
        this.settings = settings;
        this.calendar = new PeriodCalendar(settings);
        this.rejected = rejected;
        this.facts = new NetworkFacts(calendar);
        this.firstEpochMs = firstEpochMs;
    }

    NetworkFacts facts() {
        return facts;
    }

    /** End of the first epoch that was settled for the network. */
    long firstEpochMs() {
        return firstEpochMs;
    }

    Parked parked() {
        return parked;
    }

    /** Parked records that are due by the end of an epoch, before anything else of it. */
    void expire(long asOfMs) {
        if (settings.clock()) {
            refuseParked(asOfMs - settings.parking().toMillis());
        }
    }

    private void refuseParked(long latestLogTimeMs) {
        for (Held<?> held : parked.expired(latestLogTimeMs)) {
            boolean reading = held.stamped().entry().topic() == InputTopic.METER_READINGS;
            reject(held, reading ? Reason.UNKNOWN_METER : Reason.UNKNOWN_PRODUCT);
        }
    }

    /** The network's records of one epoch, in the order of figures.md 1.3 (b) and (c). */
    void settle(long asOfMs, List<Passed> records) {
        for (InputTopic topic : DEFINITIONS) {
            ofTopic(records, topic).forEach(this::define);
        }
        applyParkedThatAreKnown(asOfMs);
        for (InputTopic topic : ACTIVITY) {
            ofTopic(records, topic).forEach(passed -> act(passed, asOfMs));
        }
        if (!settings.clock()) {
            // Nothing comes after the only epoch of such a run.
            refuseParked(Long.MAX_VALUE);
        }
    }

    private static List<Passed> ofTopic(List<Passed> records, InputTopic topic) {
        return records.stream()
                .filter(passed -> passed.topic() == topic)
                .sorted(BY_KEY)
                .toList();
    }

    private void define(Passed passed) {
        switch (passed.topic()) {
            case BILLS_OF_MATERIALS -> put(facts.bills, passed.key(), passed.held(Fact.Bill.class));
            case ENERGY_METERS -> defineMeter(passed);
            default -> put(facts.supplied, passed.key(), passed.held(Fact.Supplied.class));
        }
    }

    private void defineMeter(Passed passed) {
        Optional<Held<Fact.Meter>> held = passed.held(Fact.Meter.class);
        if (held.isPresent() && changesUnit(held.get())) {
            reject(held.get(), Reason.UNIT_DIMENSION);
        } else {
            put(facts.meters, passed.key(), held);
        }
    }

    /** All versions of a meter have one unit, and so have its readings. */
    private boolean changesUnit(Held<Fact.Meter> held) {
        Fact.Meter meter = held.fact();
        boolean ofVersions = facts.meters.values().stream()
                .filter(other -> !other.key().equals(held.key()))
                .anyMatch(other -> other.fact().meter().equals(meter.meter())
                        && !other.fact().unit().equals(meter.unit()));
        MeterReadings readings = facts.readings.get(meter.meter());
        return ofVersions || (readings != null && readings.haveOtherUnitThan(meter.unit()));
    }

    private static <T extends Fact> void put(Map<String, Held<T>> map, String key, Optional<Held<T>> held) {
        held.ifPresentOrElse(some -> map.put(key, some), () -> map.remove(key));
    }

    private void applyParkedThatAreKnown(long asOfMs) {
        parked.takeReadings(held -> knowsMeter(held.fact())).forEach(held -> applyReading(held, asOfMs));
        parked.takeProductions(held -> facts.knowsProduct(held.fact().product()))
                .forEach(held -> applyProduction(held, asOfMs));
    }

    private boolean knowsMeter(Fact.Reading reading) {
        return !facts.versions(reading.meter()).versions().isEmpty();
    }

    private void act(Passed passed, long asOfMs) {
        if (passed.fact().isEmpty()) {
            delete(passed.topic(), passed.key());
            return;
        }
        switch (passed.topic()) {
            case METER_READINGS -> applyReading(passed.held(Fact.Reading.class).orElseThrow(), asOfMs);
            case PRODUCTION_RECORDS ->
                applyProduction(passed.held(Fact.Production.class).orElseThrow(), asOfMs);
            case PURCHASE_RECORDS ->
                applyPurchase(passed.held(Fact.Purchase.class).orElseThrow(), asOfMs);
            default -> applyActivity(passed.held(Fact.Activity.class).orElseThrow(), asOfMs);
        }
    }

    private void delete(InputTopic topic, String key) {
        switch (topic) {
            case METER_READINGS -> {
                facts.readings.remove(RecordKey.split(key).get(1));
                parked.forgetReadings(key);
            }
            case PRODUCTION_RECORDS -> {
                facts.productions.remove(key);
                parked.forgetProduction(key);
            }
            case PURCHASE_RECORDS -> facts.purchases.remove(key);
            default -> facts.activities.remove(key);
        }
    }

    private void applyReading(Held<Fact.Reading> held, long asOfMs) {
        Fact.Reading reading = held.fact();
        long fromMs = reading.startMs() == null ? reading.endMs() : reading.startMs();
        if (calendar.inDropped(fromMs, asOfMs)) {
            reject(held, Reason.PERIOD_CLOSED);
            return;
        }
        Optional<Fact.Meter> version = facts.versions(reading.meter()).at(fromMs);
        if (version.isEmpty()) {
            if (parked.isFull()) {
                reject(held, Reason.UNKNOWN_METER);
            } else {
                parked.park(held);
            }
            return;
        }
        MeterReadings readings = facts.readings.computeIfAbsent(reading.meter(), meter -> new MeterReadings());
        Optional<Reason> refused = readings.accept(reading, version.get());
        refused.ifPresentOrElse(reason -> reject(held, reason), () -> readings.intervalUpTo(reading, version.get())
                .ifPresent(facts::touch));
    }

    private void applyProduction(Held<Fact.Production> held, long asOfMs) {
        if (calendar.inDropped(held.fact().interval().startMs(), asOfMs)) {
            reject(held, Reason.PERIOD_CLOSED);
        } else if (!facts.knowsProduct(held.fact().product())) {
            parked.forgetProduction(held.key());
            if (parked.isFull()) {
                reject(held, Reason.UNKNOWN_PRODUCT);
            } else {
                parked.parkProduction(held);
            }
        } else if (mismatches(held)) {
            reject(held, Reason.ALLOCATION_MISMATCH);
        } else {
            parked.forgetProduction(held.key());
            facts.productions.put(held.key(), held);
            facts.touch(held.fact().interval());
        }
    }

    /** Whether another record of the process counts something else in a period that both lie in. */
    private boolean mismatches(Held<Fact.Production> held) {
        Fact.Production production = held.fact();
        List<Period> periods = calendar.touchedBy(production.interval());
        return facts.productions.values().stream()
                .filter(other -> !other.key().equals(held.key()))
                .map(Held::fact)
                .filter(other -> other.process().equals(production.process()))
                .filter(other -> !other.allocationUnit().equals(production.allocationUnit()))
                .anyMatch(other -> periods.stream()
                        .anyMatch(period -> other.interval().overlaps(period.startMs(), period.endMs())));
    }

    private void applyPurchase(Held<Fact.Purchase> held, long asOfMs) {
        if (calendar.inDropped(held.fact().interval().startMs(), asOfMs)) {
            reject(held, Reason.PERIOD_CLOSED);
        } else {
            facts.purchases.put(held.key(), held);
            facts.touch(held.fact().interval());
        }
    }

    private void applyActivity(Held<Fact.Activity> held, long asOfMs) {
        if (calendar.inDropped(held.fact().interval().startMs(), asOfMs)) {
            reject(held, Reason.PERIOD_CLOSED);
        } else if (new Instruments(facts).exceeds(held.key(), held.fact())) {
            reject(held, Reason.EXCESS_INSTRUMENT);
        } else {
            facts.activities.put(held.key(), held);
            facts.touch(held.fact().interval());
        }
    }

    private void reject(Held<?> held, Reason reason) {
        rejected.put(held.stamped().entry().position(), reason);
    }
}

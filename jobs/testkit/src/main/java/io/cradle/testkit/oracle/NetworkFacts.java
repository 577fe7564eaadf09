package io.cradle.testkit.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything accepted of one network, by key; what is parked or refused is not in it. */
final class NetworkFacts {
    final Map<String, Held<Fact.Bill>> bills = new TreeMap<>();
    final Map<String, Held<Fact.Meter>> meters = new TreeMap<>();
    final Map<String, Held<Fact.Supplied>> supplied = new TreeMap<>();
    final Map<String, Held<Fact.Activity>> activities = new TreeMap<>();
    final Map<String, Held<Fact.Production>> productions = new TreeMap<>();
    final Map<String, Held<Fact.Purchase>> purchases = new TreeMap<>();
    final Map<String, MeterReadings> readings = new TreeMap<>();

    private final PeriodCalendar calendar;

    NetworkFacts(PeriodCalendar calendar) {
        this.calendar = calendar;
    }

    boolean knowsProduct(String product) {
        return bills.values().stream().anyMatch(bill -> bill.fact().product().equals(product));
    }

    MeterVersions versions(String meter) {
        List<Fact.Meter> versions = meters.values().stream()
                .map(Held::fact)
                .filter(version -> version.meter().equals(meter))
                .toList();
        return new MeterVersions(versions, calendar);
    }

    /** Every reading of a meter that is defined. */
    List<MeteredInterval> metered() {
        List<MeteredInterval> all = new ArrayList<>();
        readings.forEach((meter, ofMeter) -> {
            MeterVersions versions = versions(meter);
            for (MeterReadings.Counted counted : ofMeter.counted(versions)) {
                versions.at(counted.interval().startMs())
                        .ifPresent(version -> all.add(new MeteredInterval(version, counted)));
            }
        });
        return all;
    }

    /** The intervals of every accepted activity: they make periods live. */
    List<Interval> touching() {
        List<Interval> all = new ArrayList<>();
        readings.forEach(
                (meter, ofMeter) -> ofMeter.counted(versions(meter)).forEach(counted -> all.add(counted.interval())));
        activities.values().forEach(held -> all.add(held.fact().interval()));
        productions.values().forEach(held -> all.add(held.fact().interval()));
        purchases.values().forEach(held -> all.add(held.fact().interval()));
        return all;
    }
}

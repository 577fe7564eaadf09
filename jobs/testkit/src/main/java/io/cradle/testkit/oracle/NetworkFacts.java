package io.cradle.testkit.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final Set<Period> touched = new HashSet<>();
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

    /** Notes that an accepted record lies in some periods: they stay live, even if it is deleted. */
    void touch(Interval interval) {
        touched.addAll(calendar.touchedBy(interval));
    }

    /** Every period that an accepted record ever lay in. */
    Set<Period> touched() {
        return touched;
    }
}

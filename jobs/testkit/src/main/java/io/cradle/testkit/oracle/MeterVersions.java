package io.cradle.testkit.oracle;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The versions of one meter. */
record MeterVersions(List<Fact.Meter> versions, PeriodCalendar calendar) {

    MeterVersions {
        versions = versions.stream()
                .sorted(Comparator.comparing(Fact.Meter::validFrom))
                .toList();
    }

    /** The version with the greatest valid_from at or before a time, else the earliest; empty where there is none. */
    Optional<Fact.Meter> at(long timeMs) {
        Optional<Fact.Meter> inForce = versions.stream()
                .filter(version -> calendar.midnightMs(version.validFrom()) <= timeMs)
                .reduce((earlier, later) -> later);
        return inForce.or(() -> versions.stream().findFirst());
    }
}

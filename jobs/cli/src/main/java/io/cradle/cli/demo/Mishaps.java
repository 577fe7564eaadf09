package io.cradle.cli.demo;

import io.cradle.cli.demo.Rates.MeterLoad;
import io.cradle.schemas.MeterReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What goes wrong in the feeds of the scenario, and what is corrected later. Places are shares of history, so that every
 * demonstration, long or short, sees all of it.
 */
final class Mishaps {
    private static final String METER = "bof-1";
    private static final String LATE_METER = "sinter-1";

    private final PlantRecords records;
    private final List<MeterLoad> meters;
    private final Instant begin;
    private final int quarters;
    private final TreeMap<Integer, List<DemoRecord>> postponed = new TreeMap<>();

    Mishaps(PlantRecords records, List<MeterLoad> meters, Instant begin, int quarters) {
        this.records = records;
        this.meters = meters;
        this.begin = begin;
        this.quarters = quarters;
    }

    /** What really arrives in the quarter hour that ends at a time, given what should. */
    List<DemoRecord> befall(Instant end, List<DemoRecord> due) {
        int quarter = (int) Duration.between(begin, end).dividedBy(PlantCalendar.QUARTER);
        List<DemoRecord> arriving = new ArrayList<>(due);
        if (quarter == at(0.15)) {
            misunderstand(METER, "kwhh", arriving, quarter);
        } else if (quarter == at(0.25)) {
            delay(arriving, quarter);
        } else if (quarter == at(0.3)) {
            repeat(arriving);
        } else if (quarter == at(0.35)) {
            misunderstand(METER, "kg", arriving, quarter);
        } else if (quarter == at(0.4)) {
            arriving.add(Corrections.electricityOf2024());
        } else if (quarter == at(0.45)) {
            invent(arriving, end);
        } else if (quarter == at(0.5)) {
            arriving.add(Corrections.electricityFactor());
        } else if (quarter == at(0.6)) {
            arriving.add(Corrections.lighterCar());
        }
        arriving.addAll(Optional.ofNullable(postponed.remove(quarter)).orElse(List.of()));
        return arriving;
    }

    private int at(double shareOfHistory) {
        return (int) (quarters * shareOfHistory);
    }

    /** A reading in a unit that cannot be meant; the right one follows later. */
    private void misunderstand(String meter, String unit, List<DemoRecord> arriving, int quarter) {
        for (int i = 0; i < arriving.size(); i++) {
            DemoRecord right = arriving.get(i);
            if (right.record() instanceof MeterReading reading
                    && reading.getMeter().equals(meter)) {
                MeterReading wrong =
                        MeterReading.newBuilder(reading).setUnit(unit).build();
                arriving.set(
                        i,
                        DemoRecord.of(right.topic(), wrong)
                                .remarked("meter " + meter + " reports in '" + unit + "' instead of kW.h"));
                postpone(
                        quarter + at(0.03),
                        right.remarked(
                                "the reading of meter " + meter + " in '" + unit + "' is sent again, corrected"));
            }
        }
    }

    private void delay(List<DemoRecord> arriving, int quarter) {
        int arrival = quarter + at(0.1);
        arriving.removeIf(due -> {
            boolean late = due.record() instanceof MeterReading reading
                    && reading.getMeter().equals(LATE_METER);
            if (late) {
                postpone(arrival, due.remarked("a reading of meter " + LATE_METER + " arrives days late"));
            }
            return late;
        });
    }

    private static void repeat(List<DemoRecord> arriving) {
        Optional<DemoRecord> repeated = arriving.stream()
                .filter(due -> due.record() instanceof MeterReading reading
                        && reading.getMeter().equals(METER))
                .findFirst();
        repeated.ifPresent(record ->
                arriving.add(record.remarked("a reading of meter " + METER + " arrives twice, which changes nothing")));
    }

    /** A reading of a meter that nobody has declared. */
    private void invent(List<DemoRecord> arriving, Instant end) {
        MeterLoad unknown =
                new MeterLoad("rectifier-9", "potline-9", meters.get(0).kWhPerQuarterHour(), 0, 1);
        arriving.add(records.interval(unknown, end, unknown.kWhPerQuarterHour(), PlantRecords.KWH)
                .remarked("meter rectifier-9 reports, which nobody has declared"));
    }

    private void postpone(int quarter, DemoRecord record) {
        postponed.computeIfAbsent(quarter, at -> new ArrayList<>()).add(record);
    }
}

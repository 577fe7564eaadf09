package io.cradle.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.schemas.EnergyMeter;
import io.cradle.schemas.MeterReading;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:53:07Z");
    private static final PlantCalendar CALENDAR = new PlantCalendar(ZoneId.of("Asia/Shanghai"));

    @Test
    void historyBeginsWithLastMonthAndNeverRunsAhead() {
        List<MeterReading> readings = readings(history(1)).toList();
        Instant first = readings.stream()
                .map(MeterReading::getEnd)
                .min(Instant::compareTo)
                .orElseThrow();
        Instant last = readings.stream()
                .map(MeterReading::getEnd)
                .max(Instant::compareTo)
                .orElseThrow();
        assertEquals(Instant.parse("2026-09-30T16:00:00Z"), first);
        assertEquals(Instant.parse("2026-11-23T08:45:00Z"), last);
    }

    @Test
    void sameSeedSameHistoryAndAnotherSeedAnother() {
        assertEquals(history(1), history(1));
        assertFalse(history(1).equals(history(2)));
    }

    @Test
    void lifeGoesOnQuarterAfterQuarter() {
        Scenario scenario = new Scenario(NOW, CALENDAR, 1);
        for (int i = scenario.quartersOfHistory(); i > 0; i--) {
            scenario.take();
        }
        assertEquals(Instant.parse("2026-11-23T09:00:00Z"), scenario.nextEnd());
        List<DemoRecord> next = scenario.take();
        assertEquals(Rates.bundled().meters().size(), readings(next).count());
        assertTrue(readings(next).allMatch(reading -> reading.getEnd().equals(Instant.parse("2026-11-23T09:00:00Z"))));
    }

    @Test
    void registerRollsOver() {
        List<Double> shown = readings(history(1))
                .filter(reading -> reading.getMeter().equals("rectifier-2"))
                .map(reading -> Double.parseDouble(reading.getValue()))
                .toList();
        long rollovers = 0;
        for (int i = 1; i < shown.size(); i++) {
            rollovers += shown.get(i) < shown.get(i - 1) ? 1 : 0;
        }
        assertTrue(rollovers > 0, "no rollover in " + shown.size() + " values");
    }

    @Test
    void everyMishapBefallsOnce() {
        List<String> remarks =
                history(1).stream().flatMap(record -> record.remark().stream()).toList();
        assertEquals(10, remarks.size(), remarks.toString());
        assertEquals(10, remarks.stream().distinct().count());
    }

    @Test
    void whatIsMadeIsMadeOfWhatIsThere() {
        // Every meter that the rates speak of is declared.
        List<String> declared = ScenarioFiles.records().stream()
                .map(ScenarioFiles::decoded)
                .filter(EnergyMeter.class::isInstance)
                .map(record -> ((EnergyMeter) record).getMeter())
                .toList();
        assertEquals(
                declared,
                Rates.bundled().meters().stream().map(Rates.MeterLoad::meter).toList());
    }

    private static List<DemoRecord> history(long seed) {
        Scenario scenario = new Scenario(NOW, CALENDAR, seed);
        List<DemoRecord> records = new ArrayList<>();
        for (int i = scenario.quartersOfHistory(); i > 0; i--) {
            records.addAll(scenario.take());
        }
        return records;
    }

    private static Stream<MeterReading> readings(List<DemoRecord> records) {
        return records.stream()
                .map(DemoRecord::record)
                .filter(MeterReading.class::isInstance)
                .map(MeterReading.class::cast);
    }
}

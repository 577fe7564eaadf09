package io.cradle.core.activity;

import static io.cradle.core.activity.Meters.book;
import static io.cradle.core.activity.Meters.intervals;
import static io.cradle.core.activity.Meters.ms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.RejectedException;
import io.cradle.core.quantity.ExactSum;
import io.cradle.core.quantity.Interval;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger takes whole days by their sums; what comes of it is to the last bit what reading after reading gives. */
class DaySumsTest {
    private static final long DAY_MS = 86_400_000;
    private static final long HOUR_MS = 3_600_000;
    private static final long QUARTER_MS = 900_000;
    private static final long FIRST_MS = ms("2024-01-25");
    private static final int QUARTERS = 20 * 96;

    private final TreeMap<Long, long[]> plain = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Shanghai", "America/New_York"})
    void daysSumAsTheirReadings(String zone) throws RejectedException {
        ReportingCalendar calendar = ReportingCalendar.rolling(PeriodKind.MONTH, ZoneId.of(zone), 0, 36);
        MeterBook meter = new MeterBook("m", calendar);
        meter.define(intervals("p", "2024-01-01"));
        meter.define(intervals("q", "2024-02-03"));
        Random random = new Random(5);
        for (int round = 0; round < 60; round++) {
            for (int i = 0; i < 60; i++) {
                readAny(meter, random);
            }
            long fromMs = FIRST_MS + random.nextInt(QUARTERS) * QUARTER_MS / 2;
            long toMs = fromMs + random.nextInt(QUARTERS) * QUARTER_MS / 2 + random.nextInt(2);
            for (String process : List.of("p", "q")) {
                InputLedger ledger = new InputLedger(calendar, fromMs, toMs);
                ledger.addMeter(process, meter);
                assertEquals(oneByOne(meter, process, calendar, fromMs, toMs), inputs(ledger));
            }
        }
        assertTrue(plain.size() > 500, "only " + plain.size() + " readings were accepted");
    }

    /** A new reading, the same interval with another value, or one that overlaps and changes nothing. */
    private void readAny(MeterBook meter, Random random) {
        long startMs = FIRST_MS + random.nextInt(QUARTERS) * QUARTER_MS;
        // Long ones reach over midnight and over the end of a month.
        long endMs = startMs + QUARTER_MS * (random.nextInt(40) == 0 ? 1 + random.nextInt(96) : 1);
        String value = random.nextInt(1_000_000) + "." + random.nextInt(1_000_000);
        Reading reading = new Reading(startMs, endMs, value, null);
        try {
            meter.read(reading);
            plain.put(startMs, new long[] {startMs, endMs, micros(value)});
        } catch (RejectedException conflict) {
            assertTrue(conflict.getMessage().contains("overlaps"), conflict::getMessage);
        }
    }

    private static long micros(String value) {
        String[] parts = value.split("\\.");
        return Long.parseLong(parts[0] + (parts[1] + "000000").substring(0, 6));
    }

    private Map<YearMonth, Double> oneByOne(
            MeterBook meter, String process, ReportingCalendar calendar, long fromMs, long toMs) {
        Map<YearMonth, ExactSum> sums = new TreeMap<>();
        for (long[] reading : plain.values()) {
            if (!meter.versionAt(reading[0]).process().equals(process)) {
                continue;
            }
            Interval interval = new Interval(reading[0], reading[1]);
            for (YearMonth month = YearMonth.of(2024, 1); month.getMonthValue() < 4; month = month.plusMonths(1)) {
                long monthFromMs = Math.max(fromMs, calendar.startOf(month));
                long monthToMs = Math.min(toMs, calendar.startOf(month.plusMonths(1)));
                if (monthFromMs < monthToMs && interval.overlaps(monthFromMs, monthToMs)) {
                    sums.computeIfAbsent(month, m -> new ExactSum())
                            .add(interval.part(reading[2], monthFromMs, monthToMs));
                }
            }
        }
        Map<YearMonth, Double> values = new TreeMap<>();
        sums.forEach((month, sum) -> values.put(month, sum.value()));
        values.values().removeIf(value -> value == 0);
        return values;
    }

    private static Map<YearMonth, Double> inputs(InputLedger ledger) {
        Map<YearMonth, Double> inputs = new TreeMap<>();
        ledger.inputs().forEach((input, amount) -> inputs.put(input.month(), amount));
        return inputs;
    }

    /** Micro-units of a day of the largest readings are more than a long holds. */
    @Test
    void aSumThatNoLongHoldsIsExactAllTheSame() throws RejectedException {
        MeterBook meter = book(intervals("p", "2024-01-01"));
        for (int hour = 0; hour < 24; hour++) {
            meter.read(new Reading(
                    ms("2024-01-10") + hour * HOUR_MS, ms("2024-01-10") + (hour + 1) * HOUR_MS, "1000000000000", null));
        }
        InputLedger ledger = new InputLedger(Meters.CALENDAR, ms("2024-01-01"), ms("2024-02-01"));
        ledger.addMeter("p", meter);
        assertEquals(24e12, inputs(ledger).get(YearMonth.of(2024, 1)));
    }

    /** Takes days that start at or behind an instant. */
    private static List<String> told(ReadingLog log, long takenFromMs) {
        List<String> told = new ArrayList<>();
        log.visit(0, Long.MAX_VALUE, new ReadingLog.Visitor() {
            @Override
            public void reading(long startMs, long endMs, long micros) {
                told.add("reading " + micros);
            }

            @Override
            public boolean days(long firstStartMs, long lastStartMs, long lastEndMs, long totalMicros) {
                told.add((firstStartMs >= takenFromMs ? "taken " : "declined ") + firstStartMs + " " + lastStartMs + " "
                        + lastEndMs + " " + totalMicros);
                return firstStartMs >= takenFromMs;
            }
        });
        return told;
    }

    /** Eight days are a row; a row that is declined is offered day by day, and a day that is declined is told. */
    @Test
    void whatIsDeclinedIsOfferedInSmallerParts() {
        ReadingLog log = new ReadingLog();
        log.put(0, 10, 1);
        log.put(10, 20, 2);
        log.put(7 * DAY_MS, 7 * DAY_MS + 10, 4);
        log.put(8 * DAY_MS, 8 * DAY_MS + 10, 8);
        assertEquals(
                List.of(
                        "declined 0 604800000 604800010 7",
                        "declined 0 10 20 3",
                        "reading 1",
                        "reading 2",
                        "taken 604800000 604800000 604800010 4",
                        "taken 691200000 691200000 691200010 8"),
                told(log, 1));
        assertEquals(List.of("taken 0 604800000 604800010 7", "taken 691200000 691200000 691200010 8"), told(log, 0));
    }

    @Test
    void aRowIsSummedAgainWhenOneOfItsDaysIsWritten() {
        ReadingLog log = new ReadingLog();
        log.put(DAY_MS, DAY_MS + 10, 1);
        log.put(3 * DAY_MS, 3 * DAY_MS + 10, 2);
        assertEquals(List.of("taken 86400000 259200000 259200010 3"), told(log, 0));
        log.put(3 * DAY_MS, 3 * DAY_MS + 10, 16);
        assertEquals(List.of("taken 86400000 259200000 259200010 17"), told(log, 0));
        log.put(0, 10, 32);
        assertEquals(List.of("taken 0 259200000 259200010 49"), told(log, 0));
    }
}

package io.cradle.cli.demo;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.NaiveOracle;
import io.cradle.testkit.oracle.OracleFootprint;
import io.cradle.testkit.oracle.OracleResult;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PeriodKind;
import io.cradle.testkit.oracle.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scenario's figures, computed from scratch: whatever day it is, they are plausible and complete. */
@Timeout(120)
class ScenarioFiguresTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration PARKING = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The middle of a month, its first minute, its first morning.
                "2026-11-23T08:53:07Z",
                "2026-10-31T16:00:20Z",
                "2026-12-31T19:30:00Z"
            })
    void figuresArePlausible(String text) {
        Instant now = Instant.parse(text);
        PlantCalendar calendar = new PlantCalendar(ZONE);
        List<LogEntry> log = ScenarioLog.upTo(now, calendar);
        OracleSettings settings = OracleSettings.defaults()
                .withPeriods(PeriodKind.MONTH, ZONE, Duration.ofDays(15), 36)
                .withEpochs(500, PARKING);
        OracleResult result = NaiveOracle.at(
                settings, log, settings.epochEnd(now.plus(PARKING).toEpochMilli()));
        String period = calendar.month(now).toString();
        assertAll(PlausibleRange.bundled().stream().map(range -> () -> {
            OracleFootprint footprint = result.footprint(PlantRecords.NETWORK, range.product(), period);
            assertEquals(OracleFootprint.COMPLETE, footprint.result(), range.product());
            assertTrue(range.holds(footprint.pcf()), range + ": " + footprint.pcf());
        }));
        assertEquals(
                List.of("unit-dimension", "unknown-meter", "unknown-unit"),
                result.rejected().values().stream().map(Reason::label).sorted().collect(Collectors.toList()));
    }
}

package io.cradle.rollup.fuzz;

import io.cradle.core.activity.Period;
import io.cradle.core.activity.PeriodKind;
import io.cradle.core.activity.ReportingCalendar;
import io.cradle.rollup.config.SettingException;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.intake.Plausibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A settings file: settings that a job can reckon with, or a sentence. */
public final class SettingsTarget {
    private static final List<Instant> INSTANTS = List.of(
            Instant.parse("0001-01-02T00:00:00Z"),
            Instant.EPOCH,
            Instant.parse("2024-02-29T12:00:00Z"),
            Instant.parse("9999-12-30T00:00:00Z"));
    private static final Path FILE = file();

    private SettingsTarget() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Files.write(FILE, input);
        Settings settings;
        try {
            settings = Settings.load(FILE);
        } catch (SettingException e) {
            return;
        }
        settings.series();
        settings.kafkaClient();
        settings.network();
        Plausibility.of(settings);
        if (settings.epochMs() < 1) {
            throw new AssertionError("epochs of " + settings.epochMs() + " ms");
        }
        INSTANTS.forEach(instant -> reckon(settings.calendar(), instant.toEpochMilli()));
    }

    private static void reckon(ReportingCalendar calendar, long timeMs) {
        Period period = calendar.containing(timeMs);
        if (!PeriodKind.firstDay(period.label()).equals(period.firstDay())) {
            throw new AssertionError("period " + period + " does not read back");
        }
        if (calendar.closesAt(period) < period.endMs() || calendar.dropsAt(period) < period.endMs()) {
            throw new AssertionError("period " + period + " is over before it ends");
        }
        calendar.droppedBefore(timeMs);
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("fuzzed", ".properties");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

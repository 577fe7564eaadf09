package io.cradle.cli.audit;

import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PeriodKind;
import java.math.BigDecimal;
import java.util.Optional;

/** The settings that decide the figures, as the oracle takes them. */
final class SeriesSettings {
    private SeriesSettings() {}

    static OracleSettings of(Settings settings) {
        String fixed = settings.get(Options.FIXED_PERIOD);
        return new OracleSettings(
                fixed.isEmpty()
                        ? PeriodKind.valueOf(settings.get(Options.PERIOD).name())
                        : PeriodKind.ofLabel(fixed),
                fixed.isEmpty() ? Optional.empty() : Optional.of(fixed),
                settings.get(Options.ZONE),
                settings.get(Options.GRACE),
                settings.get(Options.RETENTION_MONTHS),
                settings.epochMs(),
                settings.get(Options.MINIMUM_COVER),
                settings.get(Options.PARKING),
                settings.get(Options.FUTURE_TOLERANCE),
                BigDecimal.valueOf(settings.get(Options.MAX_AMOUNT)),
                settings.get(Options.MAX_INTERVAL),
                settings.hasClock());
    }
}

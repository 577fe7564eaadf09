package io.cradle.rollup.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.apache.flink.runtime.throwable.ThrowableClassifier;
import org.apache.flink.runtime.throwable.ThrowableType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesChangeTest {
    private static final Settings NOW = Settings.of(Map.of());

    @ParameterizedTest
    @CsvSource({
        "reporting.period, year, year, month",
        "reporting.zone, Asia/Shanghai, Asia/Shanghai, UTC",
        "reporting.grace, 36 h, 36 h, 15 d",
        "reporting.retention-months, 12, 12, 36",
        "reporting.fixed-period, 2024-Q1, 2024-Q1, nothing",
        "epoch.length, 1 s, 1 s, 500 ms",
        "process.minimum-cover, 0.5, 0.5, 0.1",
        "plausibility.max-amount, 5, 5.0, 1.0E9"
    })
    void whatDiffersIsNamedAndNothingElse(String key, String text, String was, String is) {
        String stored = Settings.of(Map.of(key, text)).series();
        SettingException refusal = assertThrows(SettingException.class, () -> SeriesChange.requireNone(stored, NOW));
        assertTrue(
                refusal.getMessage()
                        .startsWith("the state was made with other settings: " + key + " was " + was + " and is now "
                                + is + "; "),
                refusal::getMessage);
    }

    @Test
    void settingsThatDoNotDecideTheFiguresMayChange() {
        Settings other =
                Settings.of(Map.of("parallelism", "7", "state.backend", "rocksdb", "reporting.grace", "360 h"));
        assertDoesNotThrow(() -> SeriesChange.requireNone(NOW.series(), other));
    }

    @Test
    void aSettingThatAnEarlierVersionDidNotHaveWasItsDefault() {
        String stored = NOW.series().replaceFirst("parking.time=[^;]*;", "");
        assertFalse(stored.contains("parking.time"), stored);
        assertDoesNotThrow(() -> SeriesChange.requireNone(stored, NOW));
        Settings other = Settings.of(Map.of("parking.time", "1 d"));
        String message = assertThrows(SettingException.class, () -> SeriesChange.requireNone(stored, other))
                .getMessage();
        assertTrue(message.contains("parking.time was 7 d and is now 1 d"), message);
    }

    @Test
    void aSettingThatIsNoMoreIsNamed() {
        String message = assertThrows(
                        SettingException.class, () -> SeriesChange.requireNone(NOW.series() + ";moon.phase=full", NOW))
                .getMessage();
        assertTrue(message.contains("moon.phase was full and is no setting any more"), message);
    }

    /** Flink must not restart a job that settings stop: it would stop again, without end. */
    @Test
    void noRestartIsTried() {
        Exception failure = new Exception("task", new SettingException("no"));
        assertEquals(
                Optional.of(SettingException.class),
                ThrowableClassifier.findThrowableOfThrowableType(failure, ThrowableType.NonRecoverableError)
                        .map(Object::getClass));
    }
}

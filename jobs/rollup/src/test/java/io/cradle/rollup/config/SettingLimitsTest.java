package io.cradle.rollup.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that parse and that nobody can reckon with. */
class SettingLimitsTest {
    @ParameterizedTest
    @CsvSource({
        "epoch.length, 1 ns",
        "epoch.length, 0 ms",
        "epoch.length, 9223372036854775807 d",
        "reporting.grace, 9223372036854775807 ms",
        "parking.time, 100000000 d",
        "plausibility.future-tolerance, 9223372036854775807 s",
        "plausibility.max-amount, Infinity",
        "plausibility.max-amount, NaN",
        "reporting.retention-months, 2147483647",
        "reporting.retention-months, -1",
        "reporting.zone, ''",
        "reporting.fixed-period, 20244"
    })
    void areRefusedWithTheNameOfTheSetting(String key, String text) {
        SettingException refused = assertThrows(SettingException.class, () -> Settings.of(Map.of(key, text)));
        assertTrue(refused.getMessage().startsWith("setting " + key + " is '" + text + "': "), refused::getMessage);
    }

    @Test
    void theLongestAreTaken() {
        Settings settings = Settings.of(Map.of("reporting.grace", "4000000 d", "reporting.retention-months", "12000"));
        assertEquals(4_000_000L * 86_400_000, settings.get(Options.GRACE).toMillis());
    }
}

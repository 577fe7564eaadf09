package io.cradle.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationTextTest {

    @Test
    void unitsAreKept() {
        DurationText text = new DurationText();
        assertEquals(Duration.ofMillis(1500), text.convert("1500ms"));
        assertEquals(Duration.ofSeconds(60), text.convert("60s"));
        assertEquals(Duration.ofMinutes(5), text.convert("5min"));
        assertEquals(Duration.ofMinutes(5), text.convert("5 m"));
        assertEquals(Duration.ofHours(1), text.convert("1h"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "0s", "-1s", "s", "1 day", "99999999h", ""})
    void anythingElseIsRefused(String text) {
        assertThrows(TypeConversionException.class, () -> new DurationText().convert(text));
    }
}

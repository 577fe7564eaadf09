package io.cradle.connectors.files.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainInstantTest {

    @Test
    void agreesWithTheGeneralParser() {
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = String.format(
                    "%04d-%02d-%02dT%02d:%02d:%02dZ",
                    random.nextInt(10_000),
                    random.nextInt(14),
                    random.nextInt(33),
                    random.nextInt(26),
                    random.nextInt(62),
                    random.nextInt(62));
            assertEquals(general(text), PlainInstant.of(text), text);
            read += PlainInstant.of(text) == null ? 0 : 1;
        }
        assertTrue(read > 5_000 && read < 19_000, read + " of 20000 were instants");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-01-31T23:00Z",
                "2024-01-31T23:00:00+",
                "2024/01/31T23:00:00Z",
                "2024-01-31t23:00:00Z",
                "\u0662024-01-31T23:00:00"
            })
    void leavesOtherForms(String text) {
        assertNull(PlainInstant.of(text));
    }

    private static Instant general(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}

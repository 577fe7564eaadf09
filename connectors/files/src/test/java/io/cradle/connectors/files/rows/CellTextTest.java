package io.cradle.connectors.files.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    @ParameterizedTest
    @CsvSource({
        "2024-01-31T23:00:00Z, 2024-01-31T23:00:00Z",
        "2024-01-31T23:00:00.250Z, 2024-01-31T23:00:00.250Z",
        "2024-02-01T07:00:00+08:00, 2024-01-31T23:00:00Z",
        "2024-02-01T07:00+08:00, 2024-01-31T23:00:00Z",
        "2024-01-31T24:00:00Z, 2024-02-01T00:00:00Z",
    })
    void instants(String text, Instant instant) throws UndecodableCell {
        assertEquals(instant, CellText.instant("start", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-13-01",
                "2024-01-31",
                "2024-01-31T23:00:00",
                "2024-02-30T00:00:00Z",
                "31.01.2024",
                " 2024-01-31T23:00:00Z",
                "+999999999-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "x"
            })
    void notInstants(String text) {
        assertEquals(
                "column start: '" + text + "' is not an instant such as 2024-01-31T23:00:00Z",
                assertThrows(UndecodableCell.class, () -> CellText.instant("start", text))
                        .getMessage());
    }

    @Test
    void days() throws UndecodableCell {
        assertEquals(LocalDate.of(2024, 2, 29), CellText.day("valid_from", "2024-02-29"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-29", "2024-1-1", "2024-01-01T00:00:00Z", "+12024-01-01", "x"})
    void notDays(String text) {
        assertEquals(
                "column valid_from: '" + text + "' is not a day such as 2024-01-31",
                assertThrows(UndecodableCell.class, () -> CellText.day("valid_from", text))
                        .getMessage());
    }

    @Test
    void identifiers() {
        assertEquals(List.of("a", "b", "c"), CellText.identifiers(" a;b; c ;"));
        assertEquals(List.of(), CellText.identifiers(null));
    }
}

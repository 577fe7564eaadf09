package io.cradle.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.RejectReason;
import io.cradle.core.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which text is a plain decimal, and its exact form in micro-units. */
class DecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "12.5, 12.5",
        "+3, 3",
        "-7.25, -7.25",
        ".5, 0.5",
        "5., 5",
        "1e3, 1000",
        "1.5E-2, 0.015",
        "-2e+1, -20",
    })
    void plainDecimalsAreRead(String text, double value) throws RejectedException {
        assertEquals(value, Decimals.parse(text, "amount"), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "-",
                "NaN",
                "Infinity",
                "-Infinity",
                "0x10",
                "0x1p3",
                "1,5",
                "1 000",
                " 1",
                "1 ",
                "1f",
                "1d",
                "1e",
                "e5",
                "1e1000",
                "--1",
                "1.2.3",
                "١٢",
                "ten",
                "null"
            })
    void anythingElseIsNotANumber(String text) {
        RejectedException error = assertThrows(RejectedException.class, () -> Decimals.parse(text, "amount"));
        assertEquals(RejectReason.NOT_A_NUMBER, error.rejection().reason());
        assertTrue(
                error.rejection().detail().startsWith("amount: "),
                error.rejection().detail());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1000000",
        "0.0000005, 0",
        "0.0000015, 2",
        "0.0000025, 2",
        "0.00000250001, 3",
        "-0.0000015, -2",
        "1e-300, 0",
        "123456.789012, 123456789012",
        "1e12, 1000000000000000000",
    })
    void microsRoundHalfEven(String text, long micros) throws RejectedException {
        assertEquals(micros, Decimals.micros(text, Units.KG, Units.KG));
    }

    @ParameterizedTest
    @CsvSource({
        "1, MW.h, kW.h, 1000000000",
        "3.6, MJ, kW.h, 1000000",
        "1, MJ, kW.h, 277778",
        "2.5, t, kg, 2500000000",
        "1, g, t, 1",
    })
    void microsConvertBeforeTheyRound(String text, String from, String to, long micros) throws RejectedException {
        assertEquals(micros, Decimals.micros(text, Units.of(from), Units.of(to)));
    }

    @ParameterizedTest
    @CsvSource({"1000000000001, kg", "-2e12, kg", "1e100, kg", "1e10, t"})
    void moreThanMicrosHoldIsImplausible(String text, String unit) {
        RejectedException error =
                assertThrows(RejectedException.class, () -> Decimals.micros(text, Units.of(unit), Units.KG));
        assertEquals(RejectReason.IMPLAUSIBLE_AMOUNT, error.rejection().reason());
    }

    @Test
    void aNumberHasAtMostSixtyCharacters() throws RejectedException {
        String sixty = "1".repeat(60);
        assertEquals(Double.parseDouble(sixty), Decimals.parse(sixty, "value"));
        RejectedException error = assertThrows(RejectedException.class, () -> Decimals.parse("9".repeat(500), "value"));
        assertTrue(error.rejection().detail().length() < 120, "a long text is shortened in the message");
    }
}

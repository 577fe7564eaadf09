package io.cradle.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Units by UCUM code and by accepted spelling; everything else is unknown, and never an exception. */
class UnitsTest {
    @ParameterizedTest(name = "1 {0} = {1} {2}")
    @CsvSource({
        "t, 1000, kg",
        "g, 0.001, kg",
        "[ston_av], 907.18474, kg",
        "[lb_av], 0.45359237, kg",
        "kW.h, 3.6, MJ",
        "MW.h, 3600, MJ",
        "GJ, 1000, MJ",
        "[Btu_IT], 0.00105505585262, MJ",
        "L, 0.001, m3",
        "[cft_i], 0.028316846592, m3",
        "t.km, 1000, kg.km",
    })
    void convertWithinADimension(String from, double ratio, String to) {
        assertEquals(ratio, Units.of(from).in(Units.of(to)), 1e-9 * ratio);
        assertEquals(1 / ratio, Units.of(to).in(Units.of(from)), 1e-9 / ratio);
    }

    @ParameterizedTest
    @CsvSource({"kWh, kW.h", "MWh, MW.h", "kW·h, kW.h", "tkm, t.km", "tonnes, t", "l, L", "m³, m3", "pcs, {piece}"})
    void acceptSpellingsOfAUnit(String spelling, String code) {
        assertEquals(code, Units.of(spelling).code());
    }

    @Test
    void piecesAreADimensionOfTheirOwn() {
        Unit piece = Units.of("{piece}");
        assertTrue(piece.sameDimension(Units.of("pieces")));
        assertFalse(piece.sameDimension(Units.of("1")));
        assertThrows(IllegalArgumentException.class, () -> piece.in(Units.KG));
    }

    @Test
    void massEnergyAndVolumeDoNotMix() {
        assertFalse(Units.KG.sameDimension(Units.MJ));
        assertFalse(Units.KG.sameDimension(Units.of("L")));
        assertFalse(Units.of("kW").sameDimension(Units.of("kW.h")));
        assertFalse(Units.of("t.km").sameDimension(Units.KG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "kg ",
                " kg",
                "{pieces}",
                "{piece}2",
                "kg{dry}",
                "{",
                "}",
                "kilogram",
                "kgCO2e",
                "Kg",
                "kg/",
                "/0",
                "kg..m",
                "((((",
                "公斤",
                "1e999999999",
                "kg)",
                "(kg",
                "Ym9.Ym9",
                "kg999",
                "g%49210",
                "%-99",
                "kg+12",
                "[degF]77",
                "kg-99",
                "10*99",
                "[ston_av]12",
                "kg.kg.kg.kg.kg.kg.kg.kg.kg.kg.kg.kg.kg.kg.kg.kg"
            })
    void otherTextIsUnknown(String code) {
        assertEquals(Optional.empty(), Units.find(code));
        assertThrows(IllegalArgumentException.class, () -> Units.of(code));
    }

    @Test
    void noTextIsTooStrange() {
        Random random = new Random(1);
        String letters = "kgtWhmMJL.-/*^0123456789()[]{}_ _'\"µΩ%\u0000\n";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder code = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                code.append(letters.charAt(random.nextInt(letters.length())));
            }
            Units.find(code.toString())
                    .ifPresent(unit -> assertTrue(unit.canonicalAmount().signum() > 0, unit.code()));
        }
    }

    @Test
    void aCodeOfManyFactorsIsUnknownAtOnce() {
        assertTrue(Units.find("MW9.MW9.MW9.MW9.MW9.MW9.MW9.MW9.MW9").isEmpty());
    }

    @Test
    void aTextOfAMegabyteIsUnknownAndForgotten() {
        // More than the heap of the tests holds.
        for (int i = 0; i < 2_500; i++) {
            assertTrue(Units.find(i + "k".repeat(1 << 20)).isEmpty());
        }
    }

    @Test
    void unitsThatSomebodyMakesUpDoNotCrowdOutThoseOfTrade() {
        for (int i = 0; i < 30_000; i++) {
            Units.find("made-up-" + i);
        }
        assertEquals("kg", Units.of("kg").code());
        assertSame(Units.of("kg"), Units.of("kg"));
    }
}

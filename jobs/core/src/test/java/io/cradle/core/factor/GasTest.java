package io.cradle.core.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.footprint.Component;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GWP100 of IPCC AR6, and the indicator that each gas adds to. */
class GasTest {
    @ParameterizedTest
    @CsvSource({
        "CO2, FOSSIL, 1",
        "CO2-biogenic, BIOGENIC_UPTAKE, 1",
        "CH4-fossil, FOSSIL, 29.8",
        "CH4-combustion, FOSSIL, 27.0",
        "CH4-non-fossil, BIOGENIC_NON_CO2, 27.0",
        "CH4-biogenic, BIOGENIC_NON_CO2, 27.0",
        "N2O, FOSSIL, 273",
        "NF3, FOSSIL, 17400",
        "CF4, FOSSIL, 7380",
        "C2F6, FOSSIL, 12400",
        "HFC-23, FOSSIL, 14600",
        "HFC-134a, FOSSIL, 1530",
    })
    void hasItsPotential(String name, Component indicator, double gwp100) {
        Gas gas = Gas.find(name).orElseThrow();
        assertEquals(new Gas(name, indicator, gwp100), gas);
    }

    @Test
    void onlyUptakeIsOutsideTheFootprint() {
        assertFalse(Gas.find("CO2-biogenic").orElseThrow().countsExcludingUptake());
        assertTrue(Gas.find("CH4-non-fossil").orElseThrow().countsExcludingUptake());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "co2", "CO2 ", "CH4", "CO2e", "H2O"})
    void otherNamesAreUnknown(String name) {
        assertEquals(Optional.empty(), Gas.find(name));
    }

    @Test
    void olderSetIsKnownWhereItsTableIs() {
        assertEquals(28, Gas.find("CH4-non-fossil").orElseThrow().gwp100Ar5().orElseThrow());
        assertEquals(265, Gas.find("N2O").orElseThrow().gwp100Ar5().orElseThrow());
        assertTrue(Gas.find("CH4-fossil").orElseThrow().gwp100Ar5().isEmpty());
    }
}

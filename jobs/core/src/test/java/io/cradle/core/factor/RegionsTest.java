package io.cradle.core.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way from a region up to the world. */
class RegionsTest {
    @ParameterizedTest
    @CsvSource({
        "CN-ZJ, CN-ZJ CN-X-EAST CN GLO",
        "CN-NM, CN-NM CN-X-NORTH CN GLO",
        "CN-XZ, CN-XZ CN-X-SOUTHWEST CN GLO",
        "CN-X-SOUTH, CN-X-SOUTH CN GLO",
        "CN-HK, CN-HK CN GLO",
        "US-CA, US-CA US GLO",
        "DE, DE GLO",
        "GLO, GLO",
    })
    void widen(String region, String way) {
        List<String> met = new ArrayList<>();
        for (Optional<String> at = Optional.of(region); at.isPresent(); at = Regions.parent(at.get())) {
            met.add(at.get());
            assertTrue(Regions.isKnown(at.get()), at.get());
        }
        assertEquals(way, String.join(" ", met));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "XX", "XX-1", "cn", "CN-", "CN-ABCD", "CN-X-WEST", "-CA", "RoW", "EARTH", "CN ", "US_CA"})
    void otherCodesAreUnknown(String region) {
        assertFalse(Regions.isKnown(region));
    }

    @Test
    void everyProvinceOfTheMainlandHasAGrid() {
        String provinces =
                "BJ TJ HE SX NM LN JL HL SH JS ZJ AH FJ JX SD HA HB HN GD GX HI CQ SC GZ YN XZ SN GS QH NX XJ";
        for (String province : provinces.split(" ")) {
            assertTrue(Regions.parent("CN-" + province).orElseThrow().startsWith("CN-X-"), province);
        }
    }
}

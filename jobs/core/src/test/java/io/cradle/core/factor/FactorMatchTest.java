package io.cradle.core.factor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.core.footprint.Component;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a chosen factor becomes: a leaf, with a worse temporal rating the older it is. */
class FactorMatchTest {
    @ParameterizedTest(name = "ended {0}, used in {1}: at least {2}")
    @CsvSource({
        "2023-12-31, 2024-01, 1",
        "2022-01-31, 2023-02, 2",
        "2023-03-31, 2024-03, 1",
        "2023-03-30, 2024-03, 2",
        "2022-03-31, 2024-03, 2",
        "2022-03-30, 2024-03, 3",
        "2021-03-31, 2024-03, 3",
        "2021-03-30, 2024-03, 4",
        "2020-03-31, 2024-03, 4",
        "2020-03-30, 2024-03, 5",
        "2001-01-01, 2024-03, 5",
    })
    void anOlderFactorIsRatedByItsAge(String validTo, String month, double rating) {
        FactorMatch match = match("2000-01-01", validTo, month, true);
        assertEquals(rating, match.leaf().quality().temporal());
        assertEquals("grid/CN/2000-01-01#t" + (int) rating, match.leafKey());
    }

    @Test
    void aRatingThatIsWorseAlreadyStays() {
        Quality poor = new Quality(0.5, 1, 2, 4);
        assertEquals(poor, poor.withTemporalAtLeast(3));
        assertEquals(new Quality(0.5, 1, 2, 5), poor.withTemporalAtLeast(5));
    }

    @Test
    void aValidFactorKeepsItsRatingAndKey() {
        FactorMatch match = match("2024-01-01", null, "2024-03", false);
        assertEquals("grid/CN/2024-01-01", match.leafKey());
        assertEquals(1, match.leaf().quality().temporal());
    }

    /** |0.5 − 0.2| = 0.3 gross: quality is weighted with it; uptake and aircraft are outside of it. */
    @Test
    void aLeafIsAVectorOfComponents() {
        double[] indicators = {0.5, 0, 0, -0.2, 0, 0, 0, -7, 3};
        Leaf leaf = new Leaf("k", null, null, indicators, new Quality(0.5, 2, 3, 4), null, null);
        double[] expected = new double[Component.COUNT];
        System.arraycopy(indicators, 0, expected, 0, 9);
        expected[Component.GROSS.ordinal()] = 0.3;
        expected[Component.PRIMARY.ordinal()] = 0.15;
        expected[Component.TECHNOLOGICAL_DQR.ordinal()] = 0.6;
        expected[Component.GEOGRAPHICAL_DQR.ordinal()] = 0.9;
        expected[Component.TEMPORAL_DQR.ordinal()] = 1.2;
        expected[Component.COVERED.ordinal()] = 0.3;
        expected[Component.MAGNITUDE.ordinal()] = 0.3;
        expected[Component.TIERS.ordinal()] = 0.3;
        assertArrayEquals(expected, leaf.vector(), 1e-12);
    }

    private static FactorMatch match(String validFrom, String validTo, String month, boolean older) {
        return new FactorMatch(
                Factors.grid("CN", validFrom, validTo, 0.5), Factors.at(1), "CN", YearMonth.parse(month), older);
    }
}

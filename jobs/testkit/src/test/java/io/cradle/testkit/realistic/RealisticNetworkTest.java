package io.cradle.testkit.realistic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks have the shape that they promise; {@code -Drealistic=N} looks at N products instead of a hundred thousand. */
class RealisticNetworkTest {
    private static final int PRODUCTS = Integer.getInteger("realistic", 100_000);

    @ParameterizedTest
    @CsvSource({"FEW, 0, 0.0001", "MID, 0.1, 0.4", "GIANT, 0.3, 0.7"})
    void theLargestLoopIsAsTheFamilySays(Family family, double least, double most) {
        NetworkShape shape = NetworkShape.of(new RealisticNetwork(family, PRODUCTS, 1));
        System.out.println(family.label() + ": " + shape);
        assertBetween(least, most, shape.largestLoop());
        if (family == Family.FEW) {
            assertEquals(3, shape.largestLoop() * PRODUCTS, 1e-9);
            assertBetween(10, 15, shape.depth());
        }
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void linesAreSpreadAsInRealNetworks(Family family) {
        NetworkShape shape = NetworkShape.of(new RealisticNetwork(family, PRODUCTS, 2));
        assertBetween(9.5, 10.5, shape.meanInputs());
        assertBetween(0.12, 0.18, shape.hubShare());
        assertBetween(0.75, 0.9, shape.hubFactorReach());
        assertBetween(0.07, 0.09, shape.consumeThemselves());
        assertBetween(0.0005, 0.0015, shape.credits());
        assertBetween(0.9, 0.9501, shape.largestGain());
        assertBetween(1.9, 2.5, shape.fanOutExponent());
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void aSeedAndANumberDecideARecipe(Family family) {
        RealisticNetwork one = new RealisticNetwork(family, 3_000, 5);
        EdgeArrays first = EdgeArrays.of(one);
        EdgeArrays again = EdgeArrays.of(new RealisticNetwork(family, 3_000, 5));
        assertArrayEquals(first.inputs(), again.inputs());
        assertArrayEquals(first.amounts(), again.amounts());
        Recipe late = new Recipe();
        one.read(2_718, late);
        assertEquals(first.starts()[2_719] - first.starts()[2_718], late.size());
        assertEquals(first.inputs()[first.starts()[2_718]], late.input(0));
        assertFalse(Arrays.equals(
                first.inputs(),
                EdgeArrays.of(new RealisticNetwork(family, 3_000, 6)).inputs()));
    }

    @Test
    void everyPlaceHasANumberOfItsOwn() {
        for (int products : new int[] {200, 997, 1_000, 65_536, 123_456}) {
            Tiers tiers = new Tiers(products);
            Set<Integer> numbers = new HashSet<>();
            for (int place = 0; place < products; place++) {
                int number = tiers.number(place);
                assertTrue(numbers.add(number) && number >= 0 && number < products, products + ": " + number);
                assertEquals(place, tiers.place(number));
            }
        }
    }

    @Test
    void tinyNetworksAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RealisticNetwork(Family.FEW, 199, 1));
    }

    private static void assertBetween(double least, double most, double figure) {
        assertTrue(figure >= least && figure <= most, figure + " is not between " + least + " and " + most);
    }
}

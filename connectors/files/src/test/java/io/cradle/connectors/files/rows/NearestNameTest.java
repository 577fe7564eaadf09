package io.cradle.connectors.files.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "'', abc, 3", "abc, '', 3", "flaw, lawn, 2", "unit, unit, 0"})
    void distanceCountsSingleEdits(String a, String b, int edits) {
        assertEquals(edits, NearestName.distance(a, b));
    }

    @Test
    void nearestIgnoresCase() {
        assertEquals("product", NearestName.of("PRODCT", List.of("network", "product", "product_name")));
    }
}

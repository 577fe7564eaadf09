package io.cradle.connectors.files.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochGridTest {

    @ParameterizedTest
    @CsvSource({"1, 500", "499, 500", "500, 500", "501, 1000", "0, 0", "-1, 0", "-500, -500", "-501, -500"})
    void anEpochHoldsItsEndAndNotItsStart(long logTimeMs, long endMs) {
        assertEquals(endMs, new EpochGrid(0, 500).epochEndMs(logTimeMs));
    }

    @Test
    void rowsWithoutLogTimeSettleBeforeTheFirstEpoch() {
        EpochGrid grid = new EpochGrid(77, 500);
        assertEquals(500, grid.floorMs(OptionalLong.of(1000)));
        assertEquals(1000, grid.floorMs(OptionalLong.of(1001)));
        assertEquals(77, grid.floorMs(OptionalLong.empty()));
    }

    @Test
    void anEpochHasALength() {
        assertThrows(IllegalArgumentException.class, () -> new EpochGrid(0, 0));
    }
}

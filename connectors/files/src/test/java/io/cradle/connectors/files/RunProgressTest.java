package io.cradle.connectors.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.cradle.schemas.wire.InputTopic;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunProgressTest {

    @Test
    void isSharedByRunIdWhileItIsWatched() {
        RunProgress progress = RunProgress.watch("shared");
        assertSame(progress, RunProgress.of("shared"));
        assertThrows(IllegalStateException.class, () -> RunProgress.watch("shared"));
        progress.close();
        assertNotSame(progress, RunProgress.of("shared"));
        RunProgress.watch("shared").close();
    }

    @Test
    void keepsWhatWasCountedLast() {
        try (RunProgress progress = RunProgress.watch("counted")) {
            RunProgress.of("counted").read(10, Map.of(InputTopic.METER_READINGS, 1L));
            RunProgress.of("counted").read(20, Map.of(InputTopic.METER_READINGS, 2L));
            RunProgress.of("counted").written(5, 4, 3);
            RunProgress.of("counted").rejected(Map.of("undecodable", 6L));
            assertEquals(20, progress.bytesRead());
            assertEquals(Map.of(InputTopic.METER_READINGS, 2L), progress.rowsRead());
            assertEquals(5, progress.footprints());
            assertEquals(4, progress.products());
            assertEquals(3, progress.epochs());
            assertEquals(Map.of("undecodable", 6L), progress.rejectedByReason());
        }
    }
}

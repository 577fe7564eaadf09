package io.cradle.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.core.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Changes are taken by kind, key and place in the log, in whatever order they arrived. */
class KeyOrderTest {
    @Test
    void theOrderIsThatOfKindKeyAndPosition() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < random.nextInt(60); i++) {
                changes.add(change(random, i));
            }
            if (round % 2 == 0) {
                Collections.shuffle(changes, random);
            }
            List<Change> expected = new ArrayList<>(changes);
            expected.sort(Comparator.comparingInt(Change::rank)
                    .thenComparing(Change::key)
                    .thenComparing(Change::position));
            assertEquals(expected, KeyOrder.of(changes));
        }
    }

    private static Change change(Random random, int offset) {
        Position position = new Position(random.nextInt(5), "topic-" + random.nextInt(2), random.nextInt(3), offset);
        String key = "n/" + random.nextInt(4);
        return switch (random.nextInt(3)) {
            case 0 -> new Change.ReadingChange(position, key, "m", null);
            case 1 -> new Change.MeterChange(position, key, "m", LocalDate.EPOCH, null);
            default -> new Change.ActivityChange(position, key, "r", null);
        };
    }
}

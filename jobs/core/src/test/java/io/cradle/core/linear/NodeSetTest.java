package io.cradle.core.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NodeSetTest {
    @Test
    void isASetInOrder() {
        Random random = new Random(1);
        for (int bound : new int[] {1, 64, 65, 4_096, 300_000, 20_000_000}) {
            NodeSet set = new NodeSet();
            TreeSet<Integer> expected = new TreeSet<>();
            for (int i = 0; i < 20_000; i++) {
                int member = random.nextInt(bound);
                if (random.nextInt(3) > 0) {
                    assertEquals(expected.add(member), set.add(member));
                } else {
                    assertEquals(expected.remove(member), set.remove(member));
                }
                int from = random.nextInt(bound);
                Integer next = expected.ceiling(from);
                assertEquals(next == null ? -1 : next, set.next(from));
                assertEquals(expected.contains(from), set.contains(from));
                assertEquals(expected.size(), set.size());
                if (i % 5_000 == 4_999) {
                    set.clear();
                    expected.clear();
                }
            }
        }
    }
}

package io.cradle.cli.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    private static final Set<Fault> ALL = EnumSet.allOf(Fault.class);
    private static final List<Fault> RESCALES =
            List.of(Fault.RESCALE_TO_2, Fault.RESCALE_TO_4, Fault.RESCALE_BACK_TO_2);

    @Test
    void tenMinutesHaveRoomForEveryKind() {
        for (long seed = 1; seed <= 20; seed++) {
            FaultPlan plan = FaultPlan.of(seed, ALL, Duration.ofMinutes(10));
            assertEquals(ALL, EnumSet.copyOf(plan.faults()));
            assertEquals(
                    RESCALES, plan.faults().stream().filter(RESCALES::contains).toList(), "1 → 2 → 4 → 2");
            Duration last =
                    plan.first().plus(plan.apart().multipliedBy(plan.faults().size() - 1));
            assertTrue(last.compareTo(Duration.ofMinutes(10)) < 0, "strikes while records are sent");
        }
    }

    @Test
    void littleTimeIsForTheFirstKinds() {
        FaultPlan plan = FaultPlan.of(3, ALL, Duration.ofSeconds(95));
        assertEquals(EnumSet.of(Fault.TASKMANAGER_KILL, Fault.BROKER_RESTART), EnumSet.copyOf(plan.faults()));
    }

    @Test
    void onlyWhatIsAskedForStrikes() {
        FaultPlan plan = FaultPlan.of(3, EnumSet.of(Fault.SLOW_SINK), Duration.ofMinutes(2));
        assertEquals(Set.of(Fault.SLOW_SINK), Set.copyOf(plan.faults()));
        assertTrue(plan.faults().size() > 1, "again and again where there is time");
        assertEquals(List.of(), FaultPlan.of(3, Set.of(), Duration.ofMinutes(2)).faults());
    }

    @Test
    void aSeedDecides() {
        assertEquals(FaultPlan.of(4, ALL, Duration.ofMinutes(10)), FaultPlan.of(4, ALL, Duration.ofMinutes(10)));
        assertNotEquals(FaultPlan.of(4, ALL, Duration.ofMinutes(10)), FaultPlan.of(5, ALL, Duration.ofMinutes(10)));
    }
}

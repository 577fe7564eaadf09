package io.cradle.cli.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Which faults strike in which order, and how far apart. The same seed gives the same plan. */
record FaultPlan(List<Fault> faults, Duration first, Duration apart) {
    /** What is published before the first fault is what it must not change. */
    private static final Duration BEFORE = Duration.ofSeconds(20);

    /** From one fault to the next: to strike, to recover and to publish a while. */
    private static final Duration APART_LEAST = Duration.ofSeconds(35);

    private static final Set<Fault> RESCALES = Set.of(Fault.RESCALE_TO_2, Fault.RESCALE_TO_4, Fault.RESCALE_BACK_TO_2);

    /**
     * As many of the kinds as there is time for, the first ones of the enumeration before the others; again from the
     * beginning where there is more time.
     *
     * @param kinds what may strike
     */
    static FaultPlan of(long seed, Set<Fault> kinds, Duration lasting) {
        int places = (int) Math.max(1, lasting.minus(BEFORE).dividedBy(APART_LEAST));
        List<Fault> chosen = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            if (kinds.contains(fault) && chosen.size() < places) {
                chosen.add(fault);
            }
        }
        List<Fault> repeatable =
                chosen.stream().filter(fault -> !RESCALES.contains(fault)).toList();
        for (int i = 0; chosen.size() < places && !repeatable.isEmpty(); i++) {
            chosen.add(repeatable.get(i % repeatable.size()));
        }
        return new FaultPlan(
                shuffled(chosen, new Random(seed)),
                BEFORE,
                chosen.isEmpty() ? lasting : lasting.minus(BEFORE).dividedBy(chosen.size()));
    }

    /** Rescales keep their order: each begins where the one before it ended. */
    private static List<Fault> shuffled(List<Fault> chosen, Random random) {
        List<Fault> shuffled = new ArrayList<>(chosen);
        Collections.shuffle(shuffled, random);
        List<Fault> rescales =
                shuffled.stream().filter(RESCALES::contains).sorted().toList();
        int next = 0;
        for (int i = 0; i < shuffled.size(); i++) {
            if (RESCALES.contains(shuffled.get(i))) {
                shuffled.set(i, rescales.get(next++));
            }
        }
        return List.copyOf(shuffled);
    }
}

package io.cradle.core.grade;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The usability level of a footprint.
 *
 * @param level the highest of which, and of all below which, everything is met
 * @param missing what the next level still asks for, in the order of {@link Requirement}; empty at the highest
 */
public record Usability(UsabilityLevel level, List<Requirement> missing) {

    /** The level that these requirements reach. */
    public static Usability of(Set<Requirement> met) {
        UsabilityLevel reached = UsabilityLevel.NONE;
        for (UsabilityLevel next : UsabilityLevel.values()) {
            List<Requirement> missing = Arrays.stream(Requirement.values())
                    .filter(asked -> asked.level() == next && !met.contains(asked))
                    .toList();
            if (!missing.isEmpty()) {
                return new Usability(reached, missing);
            }
            reached = next;
        }
        return new Usability(reached, List.of());
    }
}

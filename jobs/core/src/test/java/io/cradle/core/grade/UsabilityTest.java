package io.cradle.core.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.cradle.core.footprint.Result;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Levels by PACT v3, and what each of them misses. */
class UsabilityTest {
    private static final Set<Requirement> UNKNOWN =
            EnumSet.of(Requirement.FOSSIL_CARBON_CONTENT, Requirement.VERIFICATION);

    /** Whatever one thing is missing: the level below the one that asks for it, and that alone is named. */
    @ParameterizedTest
    @EnumSource(Requirement.class)
    void oneThingMissing(Requirement missing) {
        Set<Requirement> met = EnumSet.complementOf(EnumSet.of(missing));
        Usability usability = Usability.of(met);
        assertEquals(missing.level().ordinal() - 1, usability.level().ordinal());
        assertEquals(List.of(missing), usability.missing());
    }

    @Test
    void everythingIsTheHighestAndNothingIsNone() {
        assertEquals(new Usability(UsabilityLevel.L3, List.of()), Usability.of(EnumSet.allOf(Requirement.class)));
        assertEquals(
                new Usability(UsabilityLevel.NONE, List.of(Requirement.FIGURE)),
                Usability.of(EnumSet.noneOf(Requirement.class)));
    }

    @Test
    void aWholeFootprintIsConsistentAndWhatNoPublicationShowsIsMissing() {
        assertWorth("L2 fossil-carbon-content verification", Publications.whole(), Set.of());
        assertWorth("L3", Publications.whole(), UNKNOWN);
        assertWorth("L2 verification", Publications.whole(), EnumSet.of(Requirement.FOSSIL_CARBON_CONTENT));
    }

    @Test
    void consistent() {
        assertWorth("L1 primary-data-share", Publications.whole().ofNothing(), UNKNOWN);
        assertWorth("L1 factor-sources", Publications.whole().from(null), UNKNOWN);
        assertWorth("L1 factor-sources", Publications.whole().from(" "), UNKNOWN);
        assertWorth(
                "L1 primary-data-share factor-sources",
                Publications.whole().ofNothing().from(null),
                UNKNOWN);
    }

    @Test
    void methodologicallyComplete() {
        assertWorth("L2 boundary", Publications.whole().covered(0.99), UNKNOWN);
        assertWorth("L2 boundary", Publications.whole().unresolved(), UNKNOWN);
        assertWorth("L2 allocation", Publications.whole().made(), UNKNOWN);
        assertWorth("L3", Publications.whole().made(), EnumSet.allOf(Requirement.class));
        assertWorth("L3", Publications.whole().exempted(3), UNKNOWN);
        assertWorth("L2 exempted-emissions", Publications.whole().exempted(3.0001), UNKNOWN);
        assertWorth("L2 data-quality-ratings", Publications.whole().rated(Double.NaN), UNKNOWN);
    }

    @Test
    void withoutAFigureThereIsNoLevelWhateverIsDeclared() {
        assertWorth(
                "none figure",
                Publications.whole().withoutFigures(Result.NON_PRODUCTIVE_LOOP),
                EnumSet.allOf(Requirement.class));
    }

    @Test
    void nothingIsSaidOfAWithdrawnProduct() {
        Worth worth = worth(Publications.whole().withdrawn(), UNKNOWN);
        assertNull(worth.level());
        assertEquals(List.of(), worth.missing());
        assertNull(worth.category());
    }

    private static void assertWorth(String expected, Publications publication, Set<Requirement> declared) {
        Worth worth = worth(publication, declared);
        StringBuilder got = new StringBuilder(worth.level().code());
        worth.missing().forEach(one -> got.append(' ').append(one.code()));
        assertEquals(expected, got.toString());
    }

    private static Worth worth(Publications publication, Set<Requirement> declared) {
        ProductRules rules = new ProductRules(List.of(new ProductRule("*", "*", "metals", declared)));
        return new Grading(null, rules).of("n", publication.publication());
    }
}

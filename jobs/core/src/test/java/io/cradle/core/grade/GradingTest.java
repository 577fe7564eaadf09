package io.cradle.core.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grades: bounds per tonne, A up to 1400 with floors, B up to 2000, C without a bound and for half-covered figures. */
class GradingTest {
    private static final GradeScale STEEL = new GradeScale(
            "t",
            List.of(
                    new GradeBound("A", 1400, 50, 2, 2, 2, 1),
                    new GradeBound("B", 2000, 0, 5, 5, 5, 1),
                    new GradeBound("C", GradeBound.NO_BOUND, 0, 5, 5, 5, 0.5)));
    private static final GradingScheme SCHEME = new GradingScheme("steel 2026", Map.of("steel", STEEL));

    @ParameterizedTest
    @CsvSource({
        "1.4, kg, A",
        "1.4000001, kg, B",
        "1400, t, A",
        "0.0014, g, A",
        "2, kg, B",
        "2.0000001, kg, C",
        // One pound is 0.45359237 kg.
        "0.635029318, [lb_av], A",
        "0.6350294, [lb_av], B",
        "-3, kg, A",
        // Nothing says how heavy a piece is, or how many kilograms a kilowatt-hour.
        "1, {piece},",
        "1, kW.h,",
        "1, nonsense,"
    })
    void boundsArePerUnitOfTheScale(double kgCO2e, String unit, String grade) {
        assertEquals(grade, grade(Publications.whole().of(kgCO2e, unit)));
    }

    /** Two runs over one log may differ in the last digits: they must not differ in a grade where figures are round. */
    @Test
    void lastDigitsDecideNothing() {
        assertEquals("B", grade(Publications.whole().of(Math.nextUp(2.0), "kg")));
        assertEquals("B", grade(Publications.whole().of(2 + 1e-10, "kg")));
        assertEquals("C", grade(Publications.whole().of(2 + 1e-8, "kg")));
    }

    @Test
    void aFigureThatMissesAFloorTakesTheNextGradeThatItKeeps() {
        assertEquals("A", grade(light().primary(50).rated(2)));
        assertEquals("B", grade(light().primary(49.9).rated(2)));
        assertEquals("B", grade(light().primary(50).rated(2.01)));
        assertEquals("C", grade(light().covered(0.5)));
        assertEquals(null, grade(light().covered(0.49)));
        assertEquals("C", grade(light().covered(0.9999999999)));
        assertEquals("B", grade(Publications.whole().ofNothing()), "what has no share of primary data keeps no floor");
    }

    @Test
    void onlyAProductOfACategoryOfTheSchemeIsGraded() {
        Grading grading = new Grading(
                SCHEME,
                new ProductRules(List.of(
                        rule("n", "steel", "steel"), rule("m*", "ste*l", "paper"), rule("*", "other", "steel"))));
        assertEquals("steel A steel 2026", text(grading.of("n", light().publication())));
        assertEquals("paper null null", text(grading.of("mill", light().publication())));
        assertEquals("null null null", text(grading.of("o", light().publication())));
        assertEquals("null null null", text(Grading.LEVELS_ONLY.of("n", light().publication())));
        assertEquals(
                "steel null steel 2026",
                text(grading.of("n", Publications.whole().of(1, "m3").publication())));
    }

    @ParameterizedTest
    @CsvSource({
        "n, steel, first",
        "n, steel-plate, second",
        "n, plate-steel, third",
        "m, steel, third",
        "m, a.steel.b, third",
        "m, stee, last"
    })
    void theFirstRuleThatFitsHolds(String network, String product, String category) {
        ProductRules rules = new ProductRules(List.of(
                rule("n", "steel", "first"),
                rule("n", "steel*", "second"),
                rule("n", "steel-plate", "never"),
                rule("*", "*st*el*", "third"),
                rule("*", "*", "last")));
        assertEquals(category, rules.of(network, product).category());
    }

    @Test
    void travelsWithTheJob() throws IOException, ClassNotFoundException {
        Grading grading = new Grading(SCHEME, new ProductRules(List.of(rule("*", "*", "steel"))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(grading);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Grading there = (Grading) in.readObject();
            assertEquals("steel A steel 2026", text(there.of("n", light().publication())));
        }
    }

    private static Publications light() {
        return Publications.whole().of(1, "kg");
    }

    private static ProductRule rule(String network, String product, String category) {
        return new ProductRule(network, product, category, Set.of());
    }

    private static String grade(Publications publication) {
        return new Grading(SCHEME, new ProductRules(List.of(rule("*", "*", "steel"))))
                .of("n", publication.publication())
                .grade();
    }

    private static String text(Worth worth) {
        return worth.category() + " " + worth.grade() + " " + worth.scheme();
    }
}

package io.cradle.core;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.cradle.core.footprint.Component;

/** Core is plain Java, and its rooms look one way: network → activity, factor, explain, footprint → quantity. */
@AnalyzeClasses(packages = "io.cradle.core", importOptions = ImportOption.DoNotIncludeTests.class)
class ImportRulesTest {
    private static final String CORE = "io.cradle.core";
    private static final String QUANTITY = "io.cradle.core.quantity..";
    private static final String FACTOR = "io.cradle.core.factor..";
    private static final String ACTIVITY = "io.cradle.core.activity..";
    private static final String FOOTPRINT = "io.cradle.core.footprint..";
    private static final String EXPLAIN = "io.cradle.core.explain..";
    private static final String NETWORK = "io.cradle.core.network..";
    private static final String GRADE = "io.cradle.core.grade..";
    private static final String LINEAR = "io.cradle.core.linear..";

    @ArchTest
    static final ArchRule coreIsPlainJava = classes()
            .that()
            .resideInAPackage("io.cradle.core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.cradle.core..", "org.fhir.ucum..", "org.ejml..");

    @ArchTest
    static final ArchRule unitsAloneKnowUcum = noClasses()
            .that()
            .resideOutsideOfPackage(QUANTITY)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.fhir.ucum..");

    @ArchTest
    static final ArchRule linearAloneSolves = noClasses()
            .that()
            .resideOutsideOfPackage(LINEAR)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ejml..");

    /** Components are all that the numbers know of what they mean. */
    @ArchTest
    static final ArchRule linearKnowsNumbersOnly = onlyDependsOn(LINEAR, "io.cradle.core.footprint");

    @ArchTest
    static final ArchRule linearTakesOnlyComponents = noClasses()
            .that()
            .resideInAPackage(LINEAR)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.cradle\\.core\\.footprint\\.(?!Component).*");

    @ArchTest
    static final ArchRule quantityStandsAlone = onlyDependsOn(QUANTITY, CORE);

    @ArchTest
    static final ArchRule explainStandsAlone = onlyDependsOn(EXPLAIN, CORE, FOOTPRINT, LINEAR);

    /** It explains numbers: what it needs of others is what they mean, and one dense solve. */
    @ArchTest
    static final ArchRule explainKnowsNumbersOnly = noClasses()
            .that()
            .resideInAPackage(EXPLAIN)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.cradle\\.core\\.(footprint\\.(?!Component).*|linear\\.(?!DenseSolve).*)");

    /** Gas and Leaf name the components that they fill; nothing else of footprint is theirs. */
    @ArchTest
    static final ArchRule factorsKnowNoActivity = onlyDependsOn(FACTOR, CORE, QUANTITY, FOOTPRINT);

    @ArchTest
    static final ArchRule activityKnowsNoFigures = onlyDependsOn(ACTIVITY, CORE, QUANTITY, FACTOR);

    @ArchTest
    static final ArchRule activityTakesOnlyRegionsOfFactors = noClasses()
            .that()
            .resideInAPackage(ACTIVITY)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.cradle\\.core\\.factor\\.(Factor.*|Leaf|SupplierRecord|Quality)");

    @ArchTest
    static final ArchRule footprintKnowsNoGraph = onlyDependsOn(FOOTPRINT, CORE, ACTIVITY, EXPLAIN);

    @ArchTest
    static final ArchRule gradesKnowNoGraph = onlyDependsOn(GRADE, CORE, QUANTITY, FOOTPRINT, EXPLAIN);

    @ArchTest
    static final ArchRule componentsAreWhereTheRoomsMeet = classes()
            .that()
            .haveFullyQualifiedName("io.cradle.core.footprint.Component")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(ACTIVITY, FACTOR, EXPLAIN, NETWORK);

    @ArchTest
    static final ArchRule aboveTheRoomsNothingKnowsThem = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(QUANTITY, FACTOR, ACTIVITY, FOOTPRINT, EXPLAIN, NETWORK, LINEAR, GRADE);

    /** footprint → activity → factor → footprint is the one circle, and it goes through Component alone. */
    @ArchTest
    static final ArchRule roomsHaveNoOtherCircles = slices().matching("io.cradle.core.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(alwaysTrue(), equivalentTo(Component.class));

    private static ArchRule onlyDependsOn(String room, String... rooms) {
        String[] allowed = new String[rooms.length + 4];
        System.arraycopy(rooms, 0, allowed, 0, rooms.length);
        allowed[rooms.length] = room;
        allowed[rooms.length + 1] = "java..";
        allowed[rooms.length + 2] = "org.fhir.ucum..";
        allowed[rooms.length + 3] = "org.ejml..";
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }
}

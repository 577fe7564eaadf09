package io.cradle.rollup;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.cradle.rollup.config.Options;

/** Imports point one way: cli → rollup → connectors → schemas, rollup → core; inside the job intake → settle → emit. */
@AnalyzeClasses(packages = "io.cradle", importOptions = ImportOption.DoNotIncludeTests.class)
class ImportRulesTest {
    private static final String INTAKE = "io.cradle.rollup.intake..";
    private static final String SETTLE = "io.cradle.rollup.settle..";
    private static final String EMIT = "io.cradle.rollup.emit..";
    private static final String CONFIG = "io.cradle.rollup.config..";
    private static final String JOB = "io.cradle.rollup";

    @ArchTest
    static final ArchRule nobodyKnowsTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("io.cradle.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.cradle.cli..");

    @ArchTest
    static final ArchRule doorsKnowNeitherDomainNorJob = noClasses()
            .that()
            .resideInAPackage("io.cradle.connectors..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.cradle.core..", "io.cradle.rollup..");

    @ArchTest
    static final ArchRule coreKnowsNoRuntime = noClasses()
            .that()
            .resideInAPackage("io.cradle.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache..", "io.cradle.schemas..", "io.cradle.connectors..", "io.cradle.rollup..");

    @ArchTest
    static final ArchRule stagesKnowNoDoors = noClasses()
            .that()
            .resideInAnyPackage(INTAKE, SETTLE, EMIT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.cradle.connectors..");

    @ArchTest
    static final ArchRule stagesKnowNoTopology = noClasses()
            .that()
            .resideInAnyPackage(INTAKE, SETTLE, EMIT, CONFIG)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(JOB);

    /** What intake refuses is a record of {@code rejected-records}, which emit alone knows how to write. */
    @ArchTest
    static final ArchRule intakeKnowsNothingLaterButRejections = noClasses()
            .that()
            .resideInAPackage(INTAKE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(SETTLE, EMIT)
                    .and(simpleName("RejectedRecords")
                            .or(simpleName("OutputRecords"))
                            .negate()));

    @ArchTest
    static final ArchRule emitKnowsOfIntakeOnlyWhatCameIn = noClasses()
            .that()
            .resideInAPackage(EMIT)
            .should()
            .dependOnClassesThat(
                    resideInAPackage(INTAKE).and(simpleName("KeyedChange").negate()));

    @ArchTest
    static final ArchRule emitKnowsNoState = noClasses()
            .that()
            .resideInAPackage(EMIT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SETTLE);

    /** Records are made and read at the edges; inside, state is kept as records of its own. */
    @ArchTest
    static final ArchRule recordsAreMadeAtTheEdges = noClasses()
            .that()
            .resideInAPackage("io.cradle.rollup..")
            .and()
            .resideOutsideOfPackages(INTAKE, EMIT, SETTLE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.cradle.schemas");

    @ArchTest
    static final ArchRule settleKeepsItsRecordsInOnePlace = noClasses()
            .that(resideInAPackage(SETTLE)
                    .and(simpleName("StoredRecords")
                            .or(simpleName("NetworkState"))
                            .or(simpleName("Settle"))
                            .negate()))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.cradle.schemas");

    /** Everybody else is given values. */
    @ArchTest
    static final ArchRule optionsAreReadByFew = noClasses()
            .that(resideInAPackage("io.cradle.rollup..")
                    .and(resideInAPackage(JOB)
                            .or(resideInAPackage(CONFIG))
                            .or(simpleName("Settle"))
                            .or(simpleName("Plausibility"))
                            .negate()))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Options.class);
}

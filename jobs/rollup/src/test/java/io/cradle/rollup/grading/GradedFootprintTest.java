package io.cradle.rollup.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.SettingException;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.JobHarness;
import io.cradle.rollup.harness.Judgement;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.rollup.harness.Series;
import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.ProductFootprint;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.LogBuilder;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.generate.Records;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job says of every footprint what it is worth, and grading changes nothing else. */
class GradedFootprintTest {
    private static final OracleSettings YEAR_2024 = OracleSettings.fixed("2024", true);

    @TempDir
    private Path directory;

    @Test
    void aFootprintCarriesItsLevelAndItsGrade() throws Exception {
        List<LogEntry> log = new LogBuilder(1)
                .at("2024-01-20T08:00:00Z")
                .put(factor("power", "0.7", "ministry"))
                .put(factor("scrap", "0.1", null))
                .put(Records.bill("n", "wire", "t", "2024-01-01", Records.line("flow", "power", "2000", "kW.h")))
                .put(Records.bill("n", "bar", "kg", "2024-01-01", Records.line("flow", "scrap", "2", "kW.h")))
                .put(Records.bill("n", "nail", "kg", "2024-01-01", Records.line("flow", "coke", "1", "kg")))
                .entries();
        try (JobHarness job = new JobHarness(graded(LogRecords.settings(YEAR_2024)))) {
            job.run(LogRecords.of(log));
            Judgement.assertRight(job.footprints(), log, YEAR_2024, 3, "graded");
            Map<String, ProductFootprint> last = Series.last(job.footprints());
            // 1400 kgCO2e per t are 1.4 per kg.
            assertWorth(last.get("n/wire/2024"), "L2", List.of("fossil-carbon-content"), "metal", "A");
            assertWorth(last.get("n/bar/2024"), "L1", List.of("factor-sources"), "metal", "A");
            ProductFootprint nail = last.get("n/nail/2024");
            assertWorth(nail, "L1", List.of("primary-data-share"), null, null);
            assertNull(nail.getGradingScheme());
        }
    }

    @Test
    void gradingChangesNoFigureAndNoPublication() throws Exception {
        List<LogEntry> log = NetworkGenerator.generate(7, GeneratorOptions.everything());
        OracleSettings oracle = OracleSettings.defaults();
        Settings plain = LogRecords.settings(oracle);
        try (JobHarness without = new JobHarness(plain);
                JobHarness with = new JobHarness(graded(plain))) {
            List<ProductFootprint> expected = without.run(LogRecords.of(log)).footprints();
            List<ProductFootprint> got = with.run(LogRecords.of(log)).footprints();
            Judgement.assertRight(got, log, oracle, 100, "graded");
            assertEquals(
                    expected,
                    got.stream().map(GradedFootprintTest::ungraded).toList(),
                    "everything but category, grade and what was declared");
            assertTrue(got.stream().anyMatch(one -> one.getGrade() != null), "something is graded");
        }
    }

    @Test
    void faultyFilesAreNamedBeforeTheJobStarts() throws IOException {
        Path scheme = Files.writeString(directory.resolve("scheme.csv"), "scheme,category,unit,grade\ns,c,kilo,A\n");
        Settings settings = Settings.of(Map.of(Options.GRADING_SCHEME.key(), scheme.toString()));
        SettingException wrong = assertThrows(SettingException.class, settings::grading);
        assertTrue(wrong.getMessage().contains("scheme.csv, line 2: unit (C2) 'kilo' is no unit"), wrong.getMessage());
        Settings lost = Settings.of(Map.of(Options.GRADING_SCHEME.key(), "nowhere.csv"));
        assertTrue(
                assertThrows(SettingException.class, lost::grading).getMessage().contains("nowhere.csv: no such file"));
    }

    private Settings graded(Settings settings) throws IOException {
        Path scheme = Files.writeString(directory.resolve("scheme.csv"), """
                scheme,category,unit,grade,up_to,min_coverage
                metal 2026,metal,kg,A,1.4,
                metal 2026,metal,kg,B,,0
                """);
        Path categories = Files.writeString(directory.resolve("categories.csv"), """
                product,category,declared
                nail,,fossil-carbon-content
                wire,metal,verification
                *,metal,
                """);
        return settings.with(Options.GRADING_SCHEME, scheme.toString())
                .with(Options.GRADING_CATEGORIES, categories.toString());
    }

    private static EmissionFactor factor(String flow, String fossil, String source) {
        return EmissionFactor.newBuilder(Records.factor(flow, "supply", "2024-01-01", "kW.h", fossil))
                .setSource(source)
                .build();
    }

    private static ProductFootprint ungraded(ProductFootprint graded) {
        return ProductFootprint.newBuilder(graded)
                .setCategory(null)
                .setGrade(null)
                .setGradingScheme(null)
                .build();
    }

    private static void assertWorth(
            ProductFootprint footprint, String level, List<String> missing, String category, String grade) {
        assertEquals(level, footprint.getUsabilityLevel(), footprint::toString);
        assertEquals(missing, footprint.getMissingForNextLevel(), footprint::toString);
        assertEquals(category, footprint.getCategory(), footprint::toString);
        assertEquals(grade, footprint.getGrade(), footprint::toString);
    }
}

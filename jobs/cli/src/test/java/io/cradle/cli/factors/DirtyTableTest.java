package io.cradle.cli.factors;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import io.cradle.cli.factors.check.Defect;
import io.cradle.cli.factors.check.FactorChecks;
import io.cradle.cli.factors.table.FactorSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every planted defect is named at its row and cell, and no good row is. */
class DirtyTableTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"1,csv", "2,csv", "3,xlsx", "4,xlsx"})
    void everyDefectAndNothingElseIsNamed(long seed, String form) throws IOException {
        DirtyTable table = DirtyTable.of(seed);
        assertTrue(table.size() >= 200, "rows: " + table.size());
        List<Defect> defects = FactorChecks.of(FactorSheet.open(written(table, form), null));
        Set<Integer> named = defects.stream().map(Defect::row).collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> planted =
                table.planted().stream().map(DirtyTable.Planted::row).collect(Collectors.toCollection(TreeSet::new));
        assertAll(table.planted().stream().map(one -> () -> assertNamed(one, defects, form)));
        named.removeAll(planted);
        assertEquals(Set.of(), named, () -> defects.stream()
                .filter(defect -> !planted.contains(defect.row()))
                .map(Defect::sentence)
                .collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @CsvSource({"5,csv", "6,xlsx"})
    void aThousandGoodRowsAreGood(long seed, String form) throws IOException {
        Executed check = Executed.of("factors", "check", written(DirtyTable.good(seed, 1_000), form));
        assertEquals(ExitCode.DONE, check.exitCode(), check.everything());
        assertTrue(check.out().endsWith("1000 factors, 0 defects on 0 rows\n"), check.out());
    }

    @Test
    void headerIsJudged() throws IOException {
        Path file = directory.resolve("header.csv");
        Files.writeString(file, "flow,knd,valid_from,unit,fossil,fossil\na,supply,2024-01-01,kg,1,1,1\n");
        Executed check = Executed.of("factors", "check", file.toString());
        assertEquals(ExitCode.NO, check.exitCode(), check.everything());
        assertTrue(check.out().contains("row 1, B1 (knd): is no column of factors; the nearest is kind"), check.out());
        assertTrue(check.out().contains("row 1, F1 (fossil): stands twice"), check.out());
        assertTrue(check.out().contains("row 1, A1 (kind): is no column of the table"), check.out());
        assertTrue(check.out().contains("row 2, G2 (no name)"), check.out());
    }

    private String written(DirtyTable table, String form) throws IOException {
        Path file = directory.resolve("table." + form);
        if (form.equals("csv")) {
            table.writeCsv(file);
        } else {
            table.writeExcel(file);
        }
        return file.toString();
    }

    private static void assertNamed(DirtyTable.Planted planted, List<Defect> defects, String form) {
        List<String> sentences = defects.stream()
                .filter(defect -> defect.row() == planted.row())
                .map(Defect::sentence)
                .toList();
        String place = "row " + planted.row() + ", " + (form.equals("csv") ? "" : "Factors!");
        assertTrue(
                sentences.stream()
                        .anyMatch(sentence -> sentence.startsWith(place)
                                && sentence.contains("(" + planted.column() + ")")
                                && sentence.contains(planted.words())),
                () -> planted + " is not among " + sentences);
    }
}

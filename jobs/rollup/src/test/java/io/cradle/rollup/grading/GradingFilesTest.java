package io.cradle.rollup.grading;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.files.FileFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fault is named by line and cell, all of them at once. */
class GradingFilesTest {
    private static final String HEADER = "scheme,category,unit,grade,up_to,min_primary_data_share,max_temporal_dqr\n";

    @TempDir
    private Path directory;

    @Test
    void columnsMayStandInAnyOrderAndBeLeftOut() throws IOException {
        Path scheme = file("scheme.csv", """
                grade,up_to,unit,category,scheme

                A,1.4,kg,"steel, hot",s 1
                B,,kg,"steel, hot",s 1
                A,2,kW.h,power,s 1
                """);
        Path categories = file("categories.csv", "product,category,declared\nsteel*,\"steel, hot\",verification\n");
        CheckedGrading checked = GradingFiles.read(scheme, categories);
        assertAll(
                () -> assertEquals(List.of(), checked.faults()),
                () -> assertEquals(3, checked.grades()),
                () -> assertEquals(2, checked.categories()),
                () -> assertEquals(1, checked.rules()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ,c,kg,A,1,,            | line 2: scheme (A2) is empty and must not be
            s,,kg,A,1,,            | line 2: category (B2) is empty and must not be
            s,c,,A,1,,             | line 2: unit (C2) is empty and must not be
            s,c,kilo,A,1,,         | line 2: unit (C2) 'kilo' is no unit; give a UCUM code
            s,c,kg,,1,,            | line 2: grade (D2) is empty and must not be
            s,c,kg,A,much,,        | line 2: up_to (E2) 'much' is not a plain decimal
            s,c,kg,A,NaN,,         | line 2: up_to (E2) 'NaN' is not a plain decimal
            s,c,kg,A,1,101,        | line 2: min_primary_data_share (F2) is 101; it must be within 0.0 and 100.0
            s,c,kg,A,1,,0.5        | line 2: max_temporal_dqr (G2) is 0.5; it must be within 1.0 and 5.0
            s,c,kg,A,1,,,9         | line 2: has 8 cells, the header 7
            s,c,kg,A,1,,;z,c,kg,B,2,,     | line 3: scheme (A3) is 'z' and was 's' above
            s,c,kg,A,1,,;s,c,t,B,2,,      | line 3: unit (C3) is t and was kg above
            s,c,kg,A,1,,;s,c,kg,A,2,,     | line 3: grade (D3) 'A' stands twice in its category
            s,c,kg,A,1,,;s,c,kg,B,1.0,,   | line 3: up_to (E3) is 1.0, not above the 1.0 of grade A
            s,c,kg,A,,,;s,c,kg,B,2,,      | line 3: up_to (E3) comes after grade A, which has no bound
            s,c,kg,A,1,40,;s,c,kg,B,2,50, | line 3: grade (D3) 'B' asks for more quality than the better 'A'
            """)
    void faultsOfASchemeAreNamedByCell(String rows, String fault) throws IOException {
        Path scheme = file("scheme.csv", HEADER + rows.replace(';', '\n') + "\n");
        List<String> faults = GradingFiles.read(scheme, null).faults();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).startsWith("scheme.csv, " + fault), faults::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            n,,c,                  | line 2: product (B2) is empty and must not be
            n,p,d,                 | line 2: category (C2) 'd' is no category of the scheme; did you mean 'c'?
            n,p,,                  | line 2: category (C2) is empty, and nothing is declared
            n,p,c,boundary         | line 2: declared (D2) 'boundary' cannot be declared; what can is allocation,
            n,p,c,;n,p,c,          | line 3: product (B3) stands on line 2 already
            ,p,c,;*,p,c,           | line 3: product (B3) stands on line 2 already
            """)
    void faultsOfCategoriesAreNamedByCell(String rows, String fault) throws IOException {
        Path scheme = file("scheme.csv", HEADER + "s,c,kg,A,1,,\n");
        Path categories =
                file("categories.csv", "network,product,category,declared\n" + rows.replace(';', '\n') + "\n");
        List<String> faults = GradingFiles.read(scheme, categories).faults();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).startsWith("categories.csv, " + fault), faults::toString);
    }

    @Test
    void headersAreJudged() throws IOException {
        assertFaults(
                List.of(
                        "scheme.csv, line 1: unknown column 'grades' (D1); did you mean 'grade'?",
                        "scheme.csv, line 2: grade is empty and must not be"),
                "scheme,category,unit,grades\ns,c,kg,A\n");
        assertFaults(
                List.of("scheme.csv, line 1: column 'grade' (E1) stands twice; keep one"),
                "scheme,category,unit,grade,grade\ns,c,kg,A,B\n");
        assertFaults(List.of("scheme.csv: has no rows below its header"), HEADER);
        assertFaults(List.of("scheme.csv: is empty; its first row must name the columns"), "");
    }

    /** The job carries nothing that reads Excel. */
    @Test
    void tablesAreCsv() throws IOException {
        Path scheme = file("scheme.xlsx", "");
        String said = assertThrows(FileFormatException.class, () -> GradingTable.open(scheme, List.of(), List.of()))
                .getMessage();
        assertTrue(said.endsWith("is not .csv; save the table as CSV"), said);
    }

    @Test
    void allFaultsAreNamedAtOnceAndTheFirstInBrief() throws IOException {
        Path scheme = file("scheme.csv", HEADER + "s,c,kilo,A,x,y,z\n,,,,1,,\n");
        CheckedGrading checked = GradingFiles.read(scheme, null);
        assertEquals(8, checked.faults().size(), checked.faults()::toString);
        assertTrue(checked.faultsInBrief().endsWith("; and 3 more (`cradle grades check` names all)"));
    }

    private void assertFaults(List<String> faults, String text) throws IOException {
        assertEquals(
                faults, GradingFiles.read(file("scheme.csv", text), null).faults(), Arrays.toString(text.split("\n")));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}

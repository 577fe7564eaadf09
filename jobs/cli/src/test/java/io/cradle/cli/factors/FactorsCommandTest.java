package io.cradle.cli.factors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactorsCommandTest {
    @TempDir
    Path directory;

    @Test
    void listFilters() {
        String grid = done("factors", "list", "china-grid-2023", "--region", "CN-ZJ", "--kind", "grid-direct");
        assertTrue(grid.contains("0.4974") && grid.endsWith("\n1 factor\n"), grid);
        assertTrue(done("factors", "list", "china-grid-2023").endsWith("\n40 factors\n"));
        String coke = done("factors", "list", "ipcc-2006-fuels", "--flow", "coke");
        assertTrue(coke.contains("3.0174 kgCO2/kg") && coke.endsWith("\n1 factor\n"), coke);
    }

    @Test
    void showPrintsTheComputation() {
        String page = done("factors", "show", "china-fuels", "natural-gas");
        assertTrue(
                page.contains("389.31 GJ/(10*4.m3) × 0.01532 t/GJ carbon × 99 % oxidised × 44/12 = 2.16502 kgCO2/m3"),
                page);
        String zhejiang = done("factors", "show", "china-grid-2023", "electricity/CN-ZJ");
        assertTrue(zhejiang.contains("announcement 2025 No. 47"), zhejiang);
        assertTrue(zhejiang.contains("0.4974 kgCO2/kW.h"), zhejiang);
    }

    @Test
    void diffOfEditionsSaysOldNewAndPercent() {
        Executed diff = Executed.of("factors", "diff", "china-electricity-2023", "china-electricity-2024");
        assertEquals(ExitCode.NO, diff.exitCode(), diff.everything());
        assertTrue(diff.out().contains("fossil 0.6205 → 0.5777 (-6.90 %)"), diff.out());
        assertTrue(diff.out().contains("+ electricity-transmission-with-losses/CN/supply/2024-01-01"), diff.out());
        assertTrue(diff.out().endsWith("0 withdrawn, 1 added, 10 changed\n"), diff.out());
        assertEquals("0 withdrawn, 0 added, 0 changed\n", done("factors", "diff", "china-fuels", "china-fuels"));
    }

    @Test
    void diffOfFilesPairsEveryValidityByItsKey() throws IOException {
        String header = "flow,kind,region,valid_from,valid_to,unit,fossil\n";
        String before = write("a.csv", header + """
                a,supply,CN,2022-01-01,2022-12-31,kg,1
                a,supply,CN,2023-01-01,2023-12-31,kg,2.0
                b,supply,,2023-01-01,,kg,3
                """);
        String after = write("b.csv", header + """
                a,supply,CN,2023-01-01,2023-12-31,kg,2
                a,supply,CN,2022-01-01,2022-12-31,kg,1.5
                c,supply,GLO,2023-01-01,,kg,3
                """);
        Executed diff = Executed.of("factors", "diff", before, after);
        assertEquals("""
                - b/GLO/supply/2023-01-01
                + c/GLO/supply/2023-01-01
                ~ a/CN/supply/2022-01-01
                    fossil 1 → 1.5 (+50.00 %)
                1 withdrawn, 1 added, 1 changed
                """, diff.out());
    }

    @Test
    void nonsenseIsRefusedInWords() throws IOException {
        refused("no bundled pack and no file; the nearest pack is 'china-grid-2023'", "factors", "list", "china-grid");
        refused("has no factor dissel; the nearest is 'diesel/", "factors", "show", "china-fuels", "dissel");
        refused("say more of the key", "factors", "show", "china-grid-2023", "electricity");
        refused(
                "no such file",
                "factors",
                "check",
                directory.resolve("missing.csv").toString());
        refused("is no Excel workbook", "factors", "check", write("text.xlsx", "flow,kind"));
        refused("is empty", "factors", "check", write("empty.csv", ""));
        refused("neither .csv nor .xlsx", "factors", "check", write("table.txt", "flow"));
        refused("has no sheets", "factors", "check", write("a.csv", "flow"), "--sheet", "x");
        refused("say what to do", "factors");
        refused("global warming potentials", "factors", "import", "gwp-ar6", "--bootstrap-servers", "127.0.0.1:1");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private static String done(String... arguments) {
        Executed executed = Executed.of(arguments);
        assertEquals(ExitCode.DONE, executed.exitCode(), executed.everything());
        return executed.out();
    }

    private static void refused(String words, String... arguments) {
        Executed executed = Executed.of(arguments);
        assertEquals(ExitCode.COULD_NOT_RUN, executed.exitCode(), executed.everything());
        assertTrue(executed.err().contains(words), executed.err());
        assertFalse(executed.everything().contains("\tat "), executed.everything());
    }
}

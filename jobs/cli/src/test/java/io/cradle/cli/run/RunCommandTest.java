package io.cradle.cli.run;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final String FACTORS = """
            flow,kind,valid_from,unit,fossil
            electricity,supply,2024-01-01,kW.h,0.5
            """;
    private static final String BILLS = """
            network,product,declared_unit,valid_from,input_kind,input,amount,unit
            n,bar,kg,2024-01-01,flow,electricity,3,kW.h
            """;

    @TempDir
    Path directory;

    private Path in;
    private Path out;

    @BeforeEach
    void prepare() throws IOException {
        in = Files.createDirectory(directory.resolve("in"));
        out = directory.resolve("out");
    }

    @Test
    void figuresOfAPeriodAreComputed() throws IOException {
        write("emission-factors.csv", FACTORS);
        write("bills-of-materials.csv", BILLS);
        write("notes.txt", "mine");
        Executed run = run("--period", "2024");
        assertEquals(ExitCode.DONE, run.exitCode(), run.everything());
        List<String> rows = results("product-footprints.csv");
        assertEquals(2, rows.size(), rows.toString());
        assertTrue(rows.get(1).startsWith("n,bar,2024,"), rows.get(1));
        assertTrue(rows.get(1).contains(",complete,1.5,"), rows.get(1));
        assertAll(
                () -> assertTrue(run.out().contains("1  bills-of-materials.csv"), run.out()),
                () -> assertTrue(run.out().contains("notes.txt (no topic's file)"), run.out()),
                () -> assertTrue(run.out().contains("1  footprints of 1 products in 1 epochs"), run.out()));
    }

    @Test
    void zoneAndParallelismAreSettings() throws IOException {
        write("emission-factors.csv", FACTORS);
        write("bills-of-materials.csv", BILLS);
        Executed run = run("--period", "2024-03", "--zone", "Asia/Shanghai", "--parallelism", "1");
        assertEquals(ExitCode.DONE, run.exitCode(), run.everything());
        // The end of March in Shanghai.
        assertTrue(results("product-footprints.csv").get(1).startsWith("n,bar,2024-03,2024-03-31T16:00:00"));
    }

    @Test
    void rejectedRowsAreListedAndNoFailure() throws IOException {
        write("emission-factors.csv", FACTORS);
        write("bills-of-materials.csv", BILLS + "n,rod,kg,2024-01-01,flow,electricity,3,kwhh\n");
        Executed run = run("--period", "2024");
        assertEquals(ExitCode.DONE, run.exitCode(), run.everything());
        assertTrue(run.out().contains("1  unknown-unit"), run.out());
        assertTrue(
                results("rejected-records.csv").get(1).startsWith("bills-of-materials.csv,3,"),
                results("rejected-records.csv").toString());
    }

    @Test
    void directoryWithoutRowsGivesHeadersOnly() throws IOException {
        write("purchase-records.csv", "network,record\n");
        Executed run = run();
        assertEquals(ExitCode.DONE, run.exitCode(), run.everything());
        for (String name :
                List.of("product-footprints", "activity-emissions", "network-revisions", "rejected-records")) {
            assertEquals(1, results(name + ".csv").size(), name);
        }
    }

    @Test
    void unknownColumnIsNamedWithASuggestion() throws IOException {
        write("emission-factors.csv", FACTORS.replace("fossil", "fosil"));
        refused(run("--period", "2024"), "emission-factors.csv", "fosil", "fossil");
    }

    @Test
    void placeWhereResultsCannotGoIsNamed() throws IOException {
        write("emission-factors.csv", FACTORS);
        Files.writeString(out, "a file");
        refused(run("--period", "2024"), out.toString(), "is a file");
    }

    @Test
    void periodOrLogTimeIsRequired() throws IOException {
        write("emission-factors.csv", FACTORS);
        refused(run(), in.toString(), "--period 2024", "log_time");
    }

    @Test
    void badSettingsAreNamed() throws IOException {
        write("emission-factors.csv", FACTORS);
        refused(run("--period", "20244"), "reporting.fixed-period", "20244", "2024-Q1");
        refused(run("--period", "2024", "--set", "epoch.lenght=1 s"), "epoch.lenght", "epoch.length");
        refused(run("--period", "2024", "--zone", "Mars"), "reporting.zone", "Mars");
    }

    @Test
    void missingDirectoryIsNamed() {
        refused(Executed.of("run", "nowhere", "--out", out.toString()), "nowhere", "no such directory");
    }

    private Executed run(String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of("run", in.toString(), "--out", out.toString()));
        arguments.addAll(List.of(more));
        return Executed.of(arguments.toArray(String[]::new));
    }

    private static void refused(Executed executed, String... words) {
        assertEquals(ExitCode.COULD_NOT_RUN, executed.exitCode(), executed.everything());
        assertFalse(executed.everything().contains("\tat "), executed.everything());
        assertEquals(1, executed.err().lines().count(), executed.err());
        for (String word : words) {
            assertTrue(executed.err().contains(word), word + " in " + executed.err());
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(in.resolve(name), text);
    }

    private List<String> results(String name) throws IOException {
        return Files.readAllLines(out.resolve(name));
    }
}

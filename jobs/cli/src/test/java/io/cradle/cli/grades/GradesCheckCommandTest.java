package io.cradle.cli.grades;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradesCheckCommandTest {
    private static final String SCHEME = "scheme,category,unit,grade,up_to\ns 1,steel,t,A,1400\ns 1,steel,t,B,\n";

    @TempDir
    private Path directory;

    @Test
    void whatIsRightIsCounted() throws IOException {
        Executed executed = check(SCHEME, "network,product,category\nn,coil*,steel\n");
        assertEquals(ExitCode.DONE, executed.exitCode(), executed.everything());
        assertEquals("right: 2 grades in 1 category, 1 row of products\n", executed.out());
    }

    @Test
    void everyFaultIsNamedAndTheAnswerIsNo() throws IOException {
        Executed executed = check(SCHEME + "s 1,steel,kg,A,3\n", "network,product,category\nn,coil*,steal\n");
        assertEquals(ExitCode.NO, executed.exitCode(), executed.everything());
        assertEquals("""
                scheme.csv, line 4: unit (C4) is kg and was t above; a category has one unit
                scheme.csv, line 4: grade (D4) 'A' stands twice in its category
                scheme.csv, line 4: up_to (E4) comes after grade B, which has no bound; put that last
                categories.csv, line 2: category (C2) 'steal' is no category of the scheme; did you mean 'steel'?
                4 faults
                """, executed.out());
    }

    @Test
    void aFileThatIsNotThereCouldNotBeJudged() {
        Executed executed = Executed.of(
                "grades", "check", "--scheme", directory.resolve("none.csv").toString());
        assertEquals(ExitCode.COULD_NOT_RUN, executed.exitCode());
        assertTrue(executed.err().contains("none.csv cannot be read; name a CSV file"), executed.err());
    }

    private Executed check(String scheme, String categories) throws IOException {
        Path schemeFile = Files.writeString(directory.resolve("scheme.csv"), scheme);
        Path categoriesFile = Files.writeString(directory.resolve("categories.csv"), categories);
        return Executed.of(
                "grades", "check", "--scheme", schemeFile.toString(), "--categories", categoriesFile.toString());
    }
}

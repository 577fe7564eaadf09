package io.cradle.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.terminal.StopSignal;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CradleCommandTest {

    static Stream<List<String>> everyCommand() {
        List<List<String>> paths = new ArrayList<>();
        collect(line(new StringWriter()), List.of(), paths);
        return paths.stream();
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void helpHasAnExample(List<String> command) {
        List<String> arguments = new ArrayList<>(command);
        arguments.add("--help");
        Executed help = Executed.of(arguments.toArray(String[]::new));
        assertEquals(ExitCode.DONE, help.exitCode());
        assertTrue(help.out().contains("Example: cradle " + String.join(" ", command)), help.out());
    }

    @Test
    void allCommandsAreThere() {
        assertEquals(39, everyCommand().count());
    }

    @Test
    void noCommandIsAnError() {
        Executed executed = Executed.of();
        assertEquals(ExitCode.COULD_NOT_RUN, executed.exitCode());
        assertTrue(executed.err().contains("cradle: name a command"), executed.err());
    }

    @Test
    void misspeltCommandIsSuggested() {
        Executed executed = Executed.of("topics", "chek", "--bootstrap-servers", "127.0.0.1:1");
        assertEquals(ExitCode.COULD_NOT_RUN, executed.exitCode());
        assertTrue(executed.err().contains("topics check"), executed.err());
    }

    @Test
    void missingArgumentIsNamedWithoutAWallOfText() {
        Executed executed = Executed.of("run", "data");
        assertAll(
                () -> assertEquals(ExitCode.COULD_NOT_RUN, executed.exitCode()),
                () -> assertTrue(executed.err().contains("--out"), executed.err()),
                () -> assertTrue(executed.err().contains("`cradle run --help`"), executed.err()),
                () -> assertEquals(2, executed.err().lines().count(), executed.err()));
    }

    @Test
    void unexpectedFailureNamesTheLogAndNoPlaceInTheProgram() {
        StringWriter err = new StringWriter();
        Surroundings surroundings = surroundings(err);
        Failures failures = new Failures(surroundings);
        int code = failures.handleExecutionException(
                new IllegalStateException("outer", new ArithmeticException("by zero")),
                CradleCommand.line(surroundings),
                null);
        assertEquals(ExitCode.COULD_NOT_RUN, code);
        assertTrue(err.toString().contains("ArithmeticException: by zero"), err.toString());
        assertTrue(err.toString().contains(Executed.LOG.toString()), err.toString());
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    private static void collect(CommandLine line, List<String> path, List<List<String>> paths) {
        paths.add(path);
        line.getSubcommands().forEach((name, sub) -> {
            List<String> deeper = new ArrayList<>(path);
            deeper.add(name);
            collect(sub, deeper, paths);
        });
    }

    private static CommandLine line(StringWriter err) {
        return CradleCommand.line(surroundings(err));
    }

    private static Surroundings surroundings(StringWriter err) {
        Terminal terminal = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), false);
        return new Surroundings(terminal, Clock.systemUTC(), new StopSignal(), Executed.LOG);
    }
}

package io.cradle.cli.grades;

import io.cradle.cli.CommandException;
import io.cradle.cli.ExitCode;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.rollup.grading.CheckedGrading;
import io.cradle.rollup.grading.GradingFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cradle grades check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Judges the files of the settings grading.scheme and grading.categories as the job would.",
            "Ends with 1 when something is wrong, and names every fault by line and cell."
        },
        footer = {"", "Example: cradle grades check --scheme scheme.csv --categories categories.csv"})
public final class GradesCheckCommand implements Callable<Integer> {
    @Option(
            names = "--scheme",
            paramLabel = "FILE",
            required = true,
            description = "CSV file with one row per category and grade, best grade first.")
    private Path scheme;

    @Option(
            names = "--categories",
            paramLabel = "FILE",
            description = "CSV file with one row per pattern of products and their category.")
    private Path categories;

    private final Surroundings surroundings;

    GradesCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        requireFile(scheme);
        if (categories != null) {
            requireFile(categories);
        }
        CheckedGrading checked = GradingFiles.read(scheme, categories);
        checked.faults().forEach(surroundings.terminal()::say);
        surroundings
                .terminal()
                .say(
                        checked.isRight()
                                ? summary(checked)
                                : counted(checked.faults().size(), "fault"));
        return checked.isRight() ? ExitCode.DONE : ExitCode.NO;
    }

    private static String summary(CheckedGrading checked) {
        return "right: " + counted(checked.grades(), "grade") + " in " + checked.categories()
                + (checked.categories() == 1 ? " category" : " categories")
                + (checked.rules() == 0 ? "" : ", " + counted(checked.rules(), "row") + " of products");
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static void requireFile(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandException(file + " cannot be read; name a CSV file");
        }
    }
}

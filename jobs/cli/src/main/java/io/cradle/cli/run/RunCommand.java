package io.cradle.cli.run;

import io.cradle.cli.CommandException;
import io.cradle.cli.ExitCode;
import io.cradle.cli.settings.SettingOptions;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.files.OutputDirectory;
import io.cradle.connectors.files.input.InputDirectory;
import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Computes footprints from the files of a directory, until their end.",
            "One of --period and a log_time column is required."
        },
        footer = {"", "Example: cradle run ./data --out ./results --period 2024 --zone Asia/Shanghai"})
public final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Directory with files such as bills-of-materials.csv.")
    private Path directory;

    @Option(names = "--out", paramLabel = "OUT", required = true, description = "Directory for the results.")
    private Path out;

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "The one period to compute: a year (2024), a quarter (2024-Q1) or a month (2024-03).")
    private String period;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Time zone of days and periods (default: UTC).")
    private String zone;

    @Option(names = "--parallelism", paramLabel = "N", description = "Subtasks of the job (default: 2).")
    private Integer parallelism;

    @Mixin
    private SettingOptions more;

    private final Surroundings surroundings;

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        InputDirectory input = InputDirectory.open(directory);
        boolean hasRows = input.rows().values().stream().anyMatch(rows -> rows > 0);
        if (hasRows && !input.hasLogTime() && settings.get(Options.FIXED_PERIOD).isEmpty()) {
            throw new CommandException(
                    "no row in " + directory
                            + " states a log_time: say which period to compute, such as --period 2024, or add a log_time column");
        }
        OutputDirectory results = OutputDirectory.prepare(out);
        BoundedRun run = new BoundedRun(input, results, settings, surroundings);
        run.execute();
        run.summary().forEach(surroundings.terminal()::say);
        return ExitCode.DONE;
    }

    private Settings settings() {
        Map<String, String> texts = new HashMap<>(more.given());
        put(texts, Options.FIXED_PERIOD.key(), period);
        put(texts, Options.ZONE.key(), zone);
        put(texts, Options.PARALLELISM.key(), parallelism);
        return Settings.of(texts);
    }

    private static void put(Map<String, String> texts, String key, Object given) {
        if (given != null) {
            texts.put(key, given.toString());
        }
    }
}

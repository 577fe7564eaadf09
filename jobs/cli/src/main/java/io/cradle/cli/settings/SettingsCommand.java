package io.cradle.cli.settings;

import io.cradle.cli.ExitCode;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.rollup.config.Options;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cradle settings}. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "Prints every setting of the job with its default, unit and meaning.",
        footer = {"", "Example: cradle settings --markdown > docs/settings.md"})
public final class SettingsCommand implements Callable<Integer> {
    @Option(names = "--markdown", description = "As the page of the documentation.")
    private boolean markdown;

    private final Surroundings surroundings;

    SettingsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String text = markdown ? SettingsText.markdown(Options.all()) : SettingsText.plain(Options.all());
        surroundings.terminal().out().print(text);
        surroundings.terminal().out().flush();
        return ExitCode.DONE;
    }
}

package io.cradle.cli.kafka;

import io.cradle.cli.settings.SettingOptions;
import io.cradle.rollup.config.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say how a job that runs elsewhere is set. */
public final class JobSettingsOptions {
    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "The settings file of the job whose records these are (default: the default settings).")
    private Path file;

    @Mixin
    private SettingOptions more;

    /** The settings of the job, checked. */
    public Settings settings() {
        return settings(file, more.given());
    }

    /** Settings of a file, or the default ones, with single ones instead. */
    public static Settings settings(Path file, Map<String, String> instead) {
        Map<String, String> texts = new HashMap<>();
        if (file != null) {
            texts.putAll(PropertiesFile.read("settings file", file));
        }
        texts.putAll(instead);
        return Settings.of(texts);
    }
}

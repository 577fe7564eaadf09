package io.cradle.cli.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option that sets any setting of the job. */
public final class SettingOptions {
    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the job, such as epoch.length=1 s; `cradle settings` lists them.")
    private final Map<String, String> given = new LinkedHashMap<>();

    /** The settings given, by key; unchecked. */
    public Map<String, String> given() {
        return Map.copyOf(given);
    }
}

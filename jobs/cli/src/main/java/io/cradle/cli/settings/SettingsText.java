package io.cradle.cli.settings;

import io.cradle.rollup.config.Setting;
import java.util.List;

/** The reference table of settings. */
final class SettingsText {
    private static final String PAGE_HEAD = """
            # Settings

            Every setting of the job, with the default that holds where nobody sets it. They stand in a properties file
            (`cradle rollup --config FILE`, `flink run cradle-rollup-0.1.0-job.jar --config FILE`) or on the command line
            (`--set key=value`). An unknown key is an error that names the nearest known one. Any other `kafka.*` setting
            is passed to the Kafka clients without its prefix. Settings travel with the job, so a secret among them must be a
            reference, such as `${file:/run/secrets/cradle.properties:password}` ([security](security.md)).

            Settings marked *series* decide the figures themselves. They are stored in state, and restoring with others is
            refused unless `series.rebase` is true.

            This page is printed by `cradle settings --markdown`.

            | setting | default | unit | meaning |
            |---|---|---|---|
            """;

    private SettingsText() {}

    static String markdown(List<Setting<?>> settings) {
        StringBuilder page = new StringBuilder(PAGE_HEAD);
        for (Setting<?> setting : settings) {
            page.append("| `")
                    .append(setting.key())
                    .append("` | ")
                    .append(setting.defaultText().isEmpty() ? "" : "`" + setting.defaultText() + "`")
                    .append(" | ")
                    .append(setting.unit())
                    .append(" | ")
                    .append(setting.description())
                    .append(setting.definesSeries() ? " *series*" : "")
                    .append(" |\n");
        }
        return page.toString();
    }

    static String plain(List<Setting<?>> settings) {
        StringBuilder text = new StringBuilder();
        for (Setting<?> setting : settings) {
            text.append(setting.key())
                    .append(" = ")
                    .append(setting.defaultText())
                    .append("\n    ")
                    .append(setting.description())
                    .append(" [")
                    .append(setting.unit())
                    .append(setting.definesSeries() ? "; decides the series" : "")
                    .append("]\n");
        }
        return text.toString();
    }
}

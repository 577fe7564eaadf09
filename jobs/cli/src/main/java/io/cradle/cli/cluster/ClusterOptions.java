package io.cradle.cli.cluster;

import io.cradle.cli.CommandException;
import io.cradle.cli.settings.SettingOptions;
import io.cradle.testkit.cluster.ClusterHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say what a cluster of processes is made of. */
public final class ClusterOptions {
    /** System property with the directory of the checkout; the launcher sets it. */
    private static final String HOME = "cradle.home";

    /** What Flink's page says is asked for by programs here, not by people. */
    private static final List<String> PROMPT =
            List.of("web.refresh-interval=500", "metrics.fetcher.update-interval=1000");

    @Option(
            names = "--brokers",
            paramLabel = "N",
            defaultValue = "3",
            description = "Kafka brokers: 1, or 3 that keep three copies (default: ${DEFAULT-VALUE}).")
    private int brokers;

    @Option(
            names = "--task-managers",
            paramLabel = "N",
            defaultValue = "2",
            description = "Flink TaskManagers, of two slots each (default: ${DEFAULT-VALUE}).")
    private int taskManagers;

    @Option(
            names = "--flink",
            paramLabel = "KEY=VALUE",
            description = "Flink's configuration over docker/flink/config.yaml.")
    private List<String> flink = List.of();

    @Mixin
    private SettingOptions settings;

    /** The directory of the checkout. */
    public static Path checkout() {
        return Path.of(System.getProperty(HOME, "."));
    }

    /** The checkout that the processes are started from. */
    public static ClusterHome home() {
        return ClusterHome.of(checkout());
    }

    /**
     * What the options ask for.
     *
     * @param more settings of the job that the command makes itself; options go before them
     */
    public ClusterPlan plan(Path directory, Map<String, String> more) {
        if (brokers != 1 && brokers != 3) {
            throw new CommandException("--brokers is " + brokers + ", must be 1 or 3");
        }
        if (taskManagers < 1) {
            throw new CommandException("--task-managers is " + taskManagers + ", must be at least 1");
        }
        Map<String, String> all = new HashMap<>(more);
        all.putAll(settings.given());
        List<String> configuration = new ArrayList<>(PROMPT);
        configuration.addAll(flink);
        return new ClusterPlan(directory.toAbsolutePath().normalize(), brokers, taskManagers, all, configuration);
    }
}

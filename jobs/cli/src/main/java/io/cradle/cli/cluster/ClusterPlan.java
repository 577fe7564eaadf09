package io.cradle.cli.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start.
 *
 * @param directory gets logs, state and output of all processes
 * @param brokers 1, or 3 that keep three copies
 * @param taskManagers how many; each has the slots of the shipped configuration
 * @param settings settings of the job over the shipped ones, by key
 * @param flink Flink's configuration over the shipped one, as key=value
 */
public record ClusterPlan(
        Path directory, int brokers, int taskManagers, Map<String, String> settings, List<String> flink) {
    public ClusterPlan {
        settings = Map.copyOf(settings);
        flink = List.copyOf(flink);
    }
}

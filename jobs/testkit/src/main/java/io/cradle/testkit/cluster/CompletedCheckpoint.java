package io.cradle.testkit.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A checkpoint that all tasks have taken.
 *
 * @param triggeredMs when the JobManager asked for it, ms since 1970
 * @param durationMs until the last task had taken it
 * @param stateBytes all that it refers to, also what earlier checkpoints wrote
 */
public record CompletedCheckpoint(long id, long triggeredMs, long durationMs, long stateBytes) {

    /** When the last task had taken it, ms since 1970. */
    public long completedMs() {
        return triggeredMs + durationMs;
    }

    /** Those of an answer of the JobManager, newest first. */
    static List<CompletedCheckpoint> listed(JsonNode answer) {
        List<CompletedCheckpoint> completed = new ArrayList<>();
        for (JsonNode each : answer.path("history")) {
            if (each.path("status").asText().equals("COMPLETED")
                    && !each.path("is_savepoint").asBoolean()) {
                completed.add(new CompletedCheckpoint(
                        each.path("id").asLong(),
                        each.path("trigger_timestamp").asLong(),
                        each.path("end_to_end_duration").asLong(),
                        each.path("state_size").asLong()));
            }
        }
        return completed;
    }
}

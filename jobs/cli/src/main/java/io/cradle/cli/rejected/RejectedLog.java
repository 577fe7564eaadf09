package io.cradle.cli.rejected;

import io.cradle.cli.CommandException;
import io.cradle.cli.terminal.StatusLine;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.OutputReader;
import io.cradle.schemas.RejectedRecord;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The rejected records of a cluster, each once: after a restart the job may have written one again. */
final class RejectedLog {
    private static final int RECORDS_PER_DRAWING = 5_000;
    private static final Comparator<Rejected> IN_LOG = Comparator.comparing(Rejected::logTime)
            .thenComparing(Rejected::topic)
            .thenComparing(rejected -> rejected.record().getPartition())
            .thenComparing(rejected -> rejected.record().getOffset());

    private RejectedLog() {}

    /** Those that match, by log time. */
    static List<Rejected> read(
            KafkaAccess access, SchemaCatalog schemas, StatusLine status, Predicate<Rejected> matches) {
        Map<String, Rejected> byPosition = new TreeMap<>();
        long[] read = {0};
        try (OutputReader reader = OutputReader.fromBeginning(access, schemas, List.of(OutputTopic.REJECTED_RECORDS))) {
            reader.readToEnd(published -> {
                if (published.record() instanceof RejectedRecord record) {
                    Rejected rejected = new Rejected(record);
                    if (matches.test(rejected)) {
                        byPosition.putIfAbsent(rejected.position(), rejected);
                    }
                }
                if (++read[0] % RECORDS_PER_DRAWING == 0) {
                    status.draw("reading rejected records: " + read[0]);
                }
            });
        }
        return byPosition.values().stream().sorted(IN_LOG).toList();
    }

    /**
     * The one at a position.
     *
     * @throws CommandException if none was rejected there
     */
    static Rejected at(KafkaAccess access, SchemaCatalog schemas, StatusLine status, String position) {
        requirePosition(position);
        return read(access, schemas, status, rejected -> rejected.position().equals(position)).stream()
                .findFirst()
                .orElseThrow(() -> new CommandException("no record at " + position + " was rejected, as far as "
                        + access.bootstrapServers() + " knows: `cradle rejected list` shows the positions"));
    }

    /** Whether a text is written like a position of an input topic. */
    static boolean isPosition(String text) {
        String[] parts = text.split("/", -1);
        return parts.length == 3
                && InputTopic.ofName(parts[0]).isPresent()
                && parts[1].matches("\\d{1,9}")
                && parts[2].matches("\\d{1,18}");
    }

    private static void requirePosition(String text) {
        if (!isPosition(text)) {
            throw new CommandException(
                    "'" + text + "' is no position: give TOPIC/PARTITION/OFFSET, such as meter-readings/0/12");
        }
    }
}

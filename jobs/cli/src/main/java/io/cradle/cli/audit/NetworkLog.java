package io.cradle.cli.audit;

import io.cradle.cli.CommandException;
import io.cradle.cli.terminal.StatusLine;
import io.cradle.connectors.kafka.InputLog;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.testkit.oracle.DecodedLog;
import io.cradle.testkit.oracle.LogDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The input log as far as it concerns one network: its records, all factors, and which other networks there are. */
final class NetworkLog {
    private static final int RECORDS_PER_DRAWING = 5_000;

    private final String network;
    private final LogDecoder decoder;
    private final Map<InputTopic, Long> counts = new EnumMap<>(InputTopic.class);
    private final TreeSet<String> networks = new TreeSet<>();
    private long read;

    private NetworkLog(String network, SchemaCatalog schemas) {
        this.network = network;
        this.decoder = new LogDecoder(schemas);
    }

    /**
     * Reads the log up to a log time.
     *
     * @throws CommandException if the beginning of the log is gone
     */
    static NetworkLog read(KafkaAccess access, SchemaCatalog schemas, String network, long upToMs, StatusLine status) {
        NetworkLog log = new NetworkLog(network, schemas);
        try (InputLog input = InputLog.open(access)) {
            if (!input.truncated().isEmpty()) {
                throw new CommandException("the oldest records of " + input.truncated() + " at "
                        + access.bootstrapServers()
                        + " are gone, so nothing can be computed from scratch: input topics must keep all records");
            }
            long size = input.size();
            input.readWithTicks(upToMs, record -> {
                log.take(record);
                if (++log.read % RECORDS_PER_DRAWING == 0) {
                    status.draw("reading the input log", log.read, size);
                }
            });
        }
        return log;
    }

    private void take(LogRecord record) {
        if (record.tick()) {
            return;
        }
        if (record.topic() != InputTopic.EMISSION_FACTORS) {
            String owner = record.key() == null ? "" : owner(record.key());
            networks.add(owner);
            if (!owner.equals(network)) {
                return;
            }
        }
        counts.merge(record.topic(), 1L, Long::sum);
        decoder.add(record);
    }

    private static String owner(byte[] key) {
        return RecordKey.split(new String(key, StandardCharsets.UTF_8)).get(0);
    }

    DecodedLog decoded() {
        return decoder.log();
    }

    boolean knowsNetwork() {
        return networks.contains(network);
    }

    Set<String> networks() {
        return networks;
    }

    /** How many records of which topics there are, such as {@code 12 bills-of-materials, 3 emission-factors}. */
    String summary() {
        return counts.isEmpty()
                ? "no records"
                : counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey().topicName())
                        .collect(Collectors.joining(", "));
    }
}

package io.cradle.cli.log;

import io.cradle.cli.CommandException;
import io.cradle.cli.terminal.StatusLine;
import io.cradle.connectors.files.input.EpochGrid;
import io.cradle.connectors.files.input.InputDirectory;
import io.cradle.connectors.files.input.LogFileReader;
import io.cradle.connectors.kafka.InputLog;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.RecordKey;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The input log as far as it concerns one network: its records, all factors, and which other networks there are. */
public final class NetworkLog {
    private static final int RECORDS_PER_DRAWING = 5_000;

    private final String network;
    private final Consumer<LogRecord> records;
    private final Map<InputTopic, Long> counts = new EnumMap<>(InputTopic.class);
    private final TreeSet<String> networks = new TreeSet<>();
    private long read;

    private NetworkLog(String network, Consumer<LogRecord> records) {
        this.network = network;
        this.records = records;
    }

    /**
     * Reads the log up to a log time.
     *
     * @param records is given the network's records and all factors, those of one partition in order; no ticks
     * @throws CommandException if the beginning of the log is gone
     */
    public static NetworkLog read(
            KafkaAccess access, String network, long upToMs, StatusLine status, Consumer<LogRecord> records) {
        NetworkLog log = new NetworkLog(network, records);
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

    /** Reads the files of a directory. */
    public static NetworkLog read(
            InputDirectory directory, EpochGrid grid, String network, Consumer<LogRecord> records) {
        NetworkLog log = new NetworkLog(network, records);
        try (LogFileReader reader = LogFileReader.open(directory, grid)) {
            reader.forEachRemaining(log::take);
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
        records.accept(record);
    }

    private static String owner(byte[] key) {
        return RecordKey.split(new String(key, StandardCharsets.UTF_8)).get(0);
    }

    /**
     * Makes sure that there is a record of the network.
     *
     * @throws CommandException with the network that was probably meant
     */
    public void requireNetwork() {
        if (!networks.contains(network)) {
            throw DidYouMean.unknownNetwork(network, networks);
        }
    }

    /** How many records of which topics there are, such as {@code 12 bills-of-materials, 3 emission-factors}. */
    public String summary() {
        return counts.isEmpty()
                ? "no records"
                : counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey().topicName())
                        .collect(Collectors.joining(", "));
    }
}

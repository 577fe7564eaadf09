package io.cradle.cli.explain;

import io.cradle.cli.CommandException;
import io.cradle.cli.kafka.BrokerOptions;
import io.cradle.cli.log.AsOf;
import io.cradle.cli.log.NetworkLog;
import io.cradle.cli.terminal.StatusLine;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.files.input.EpochGrid;
import io.cradle.connectors.files.input.InputDirectory;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.settle.Epochs;
import io.cradle.schemas.wire.SchemaCatalog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options that say which log a network is rebuilt from, up to when, and which period is looked at. */
final class NetworkOptions {
    /** Where the log is. */
    static final class Where {
        @Option(
                names = "--files",
                paramLabel = "DIR",
                description = "Read the files of a directory, as `cradle run` does.")
        private Path files;

        @ArgGroup(exclusive = false)
        private BrokerOptions broker;
    }

    @ArgGroup(multiplicity = "1")
    private Where where;

    @Option(
            names = "--period",
            paramLabel = "T",
            description = "The period, such as 2024-03 or 2024-Q1 (default: the newest one). For files without a"
                    + " log_time column it is required, and the one period that is computed.")
    private String period;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "The network as it stood at this log time, such as 2024-03-31T00:00:00Z, raised to the end"
                    + " of its epoch (default: the last epoch that is over; for files, their end).")
    private String asOf;

    Optional<String> period() {
        return Optional.ofNullable(period);
    }

    /**
     * Reads the log and settles it.
     *
     * @throws CommandException if the network is not in the log, or what was asked for cannot be had
     */
    RebuiltNetwork rebuild(String network, Settings settings, Surroundings surroundings) {
        try (StatusLine status = new StatusLine(surroundings.terminal())) {
            return where.files == null
                    ? ofBroker(network, settings, surroundings, status)
                    : ofFiles(network, settings, surroundings);
        }
    }

    private RebuiltNetwork ofBroker(String network, Settings settings, Surroundings surroundings, StatusLine status) {
        KafkaAccess access = where.broker.access();
        Epochs epochs = new Epochs(settings.epochMs());
        long asOfMs = asOf == null ? epochs.lastEndedBy(surroundings.clock().millis()) : epochEnd(epochs, surroundings);
        try (TopicSchemas schemas = new TopicSchemas(access)) {
            NetworkReplay replay = new NetworkReplay(settings, schemas);
            NetworkLog.read(access, network, asOfMs, status, replay::take).requireNetwork();
            status.draw("settling");
            return replay.settledUpTo(asOfMs);
        }
    }

    private long epochEnd(Epochs epochs, Surroundings surroundings) {
        long askedMs = AsOf.past(asOf, surroundings.clock()).toEpochMilli();
        long endMs = epochs.endOf(askedMs);
        if (endMs != askedMs) {
            surroundings
                    .terminal()
                    .complain("--as-of is raised to the end of its epoch, " + Instant.ofEpochMilli(endMs));
        }
        return endMs;
    }

    private RebuiltNetwork ofFiles(String network, Settings settings, Surroundings surroundings) {
        InputDirectory directory = InputDirectory.open(where.files);
        return directory.hasLogTime()
                ? ofStatedTimes(directory, network, settings, surroundings)
                : ofOneEpoch(directory, network, settings);
    }

    private RebuiltNetwork ofStatedTimes(
            InputDirectory directory, String network, Settings settings, Surroundings surroundings) {
        NetworkReplay replay = new NetworkReplay(settings, SchemaCatalog.bundled());
        long untilMs = asOf == null ? Long.MAX_VALUE : epochEnd(new Epochs(settings.epochMs()), surroundings);
        NetworkLog.read(directory, new EpochGrid(0, settings.epochMs()), network, record -> {
                    if (record.appendTimeMs() <= untilMs) {
                        replay.take(record);
                    }
                })
                .requireNetwork();
        return replay.settledUpTo(asOf == null ? replay.lastEpochMs() : untilMs);
    }

    /** Without log times the files are one epoch that ends with the period, as for {@code cradle run}. */
    private RebuiltNetwork ofOneEpoch(InputDirectory directory, String network, Settings settings) {
        if (period == null && settings.get(Options.FIXED_PERIOD).isEmpty()) {
            throw new CommandException("no row in " + where.files
                    + " states a log_time: say which period to compute, such as --period 2024");
        }
        if (asOf != null) {
            throw new CommandException(
                    "no row in " + where.files + " states a log_time, so nothing there has a time: leave --as-of out");
        }
        Settings ofEpoch = (period == null ? settings : settings.with(Options.FIXED_PERIOD, period))
                .with(Options.EPOCH, "1 ms")
                .withoutClock();
        long endMs = ofEpoch.calendar().fixed().endMs();
        NetworkReplay replay = new NetworkReplay(ofEpoch, SchemaCatalog.bundled());
        NetworkLog.read(directory, new EpochGrid(endMs, 1), network, replay::take)
                .requireNetwork();
        return replay.settledUpTo(endMs);
    }
}

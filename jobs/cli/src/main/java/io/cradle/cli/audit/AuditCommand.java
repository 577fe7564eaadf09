package io.cradle.cli.audit;

import io.cradle.cli.CommandException;
import io.cradle.cli.ExitCode;
import io.cradle.cli.kafka.BrokerOptions;
import io.cradle.cli.kafka.JobSettingsOptions;
import io.cradle.cli.log.AsOf;
import io.cradle.cli.log.DidYouMean;
import io.cradle.cli.terminal.StatusLine;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.rollup.config.Settings;
import io.cradle.testkit.oracle.OracleSettings;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cradle audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Recomputes published footprints of a network from the input log, and compares.",
            "It does so from scratch and without the job's own code. Exit code 1 when something differs: the first",
            "difference is printed with the records it should follow from."
        },
        footer = {
            "",
            "Example: cradle audit --network acme --bootstrap-servers 127.0.0.1:9092 --settings cradle.properties"
        })
public final class AuditCommand implements Callable<Integer> {
    @Option(names = "--network", paramLabel = "N", required = true, description = "The network to audit.")
    private String network;

    @Option(names = "--product", paramLabel = "P", description = "Only this product.")
    private String product;

    @Option(names = "--period", paramLabel = "T", description = "Only this period, such as 2024-03 or 2024-Q1.")
    private String period;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = {
                "Audit what was in force at this log time, such as 2024-03-31T00:00:00Z, raised to the end of its epoch",
                "(default: the last epoch that was published)."
            })
    private String asOf;

    @Option(
            names = "--every",
            description = "Judge every publication at its own asOf, and whether any is missing. Takes much longer.")
    private boolean every;

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private JobSettingsOptions job;

    private final Surroundings surroundings;

    AuditCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Settings settings = job.settings();
        AuditScope scope = new AuditScope(network, Optional.ofNullable(product), Optional.ofNullable(period));
        Optional<Instant> asked = Optional.ofNullable(asOf).map(text -> AsOf.past(text, surroundings.clock()));
        AuditResult result = audit(settings, scope, asked);
        result.lines().forEach(surroundings.terminal()::say);
        return result.agrees() ? ExitCode.DONE : ExitCode.NO;
    }

    private AuditResult audit(Settings settings, AuditScope scope, Optional<Instant> asked) {
        KafkaAccess access = broker.access();
        try (TopicSchemas schemas = new TopicSchemas(access);
                StatusLine status = new StatusLine(surroundings.terminal());
                PublishedHistory history = PublishedHistory.open(access, schemas, network)) {
            history.readToEnd(status);
            long asOfMs = epochEnd(asked, scope, history, SeriesSettings.of(settings));
            return new Audit(access, schemas, settings, scope, every, status).upTo(history, asOfMs);
        }
    }

    private long epochEnd(
            Optional<Instant> asked, AuditScope scope, PublishedHistory history, OracleSettings settings) {
        if (asked.isEmpty()) {
            return history.lastEpochMs()
                    .orElseThrow(() -> new CommandException("nothing was published of network '" + network + "' yet"
                            + DidYouMean.instead(scope.network(), history.networks())));
        }
        long askedMs = asked.get().toEpochMilli();
        long endMs = settings.epochEnd(askedMs);
        if (endMs != askedMs) {
            surroundings.terminal().say("--as-of is raised to the end of its epoch, " + Instant.ofEpochMilli(endMs));
        }
        return endMs;
    }
}

package io.cradle.cli.rejected;

import io.cradle.cli.CommandException;
import io.cradle.cli.ExitCode;
import io.cradle.cli.kafka.BrokerOptions;
import io.cradle.cli.terminal.StatusLine;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.files.rows.NearestName;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.core.RejectReason;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.WireFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cradle rejected list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists records that the job could not use, oldest first, and counts them by reason.",
        footer = {
            "",
            "Example: cradle rejected list --reason unknown-unit --network acme --bootstrap-servers 127.0.0.1:9092"
        })
final class RejectedListCommand implements Callable<Integer> {
    @Option(names = "--reason", paramLabel = "R", description = "Only those of this reason, such as unknown-unit.")
    private String reason;

    @Option(names = "--topic", paramLabel = "T", description = "Only those of this input topic.")
    private String topic;

    @Option(names = "--network", paramLabel = "N", description = "Only those of this network.")
    private String network;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only those of this log time or later, such as 2024-03-31T00:00:00Z.")
    private String since;

    @Option(names = "--json", description = "One JSON object on a line, with the record where it decodes.")
    private boolean json;

    @Mixin
    private BrokerOptions broker;

    private final Surroundings surroundings;

    RejectedListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Predicate<Rejected> matches = filter();
        KafkaAccess access = broker.access();
        try (TopicSchemas schemas = new TopicSchemas(access);
                StatusLine status = new StatusLine(surroundings.terminal())) {
            List<Rejected> found = RejectedLog.read(access, schemas, status, matches);
            RejectedText text = new RejectedText(new WireFormat(schemas));
            (json ? text.jsonLines(found) : text.table(found)).forEach(surroundings.terminal()::say);
        }
        return ExitCode.DONE;
    }

    private Predicate<Rejected> filter() {
        List<String> reasons =
                Arrays.stream(RejectReason.values()).map(RejectReason::code).toList();
        List<String> topics =
                Arrays.stream(InputTopic.values()).map(InputTopic::topicName).toList();
        requireKnown("--reason", reason, reasons);
        requireKnown("--topic", topic, topics);
        Instant from = since == null ? Instant.MIN : instant(since);
        return rejected -> (reason == null || rejected.reason().equals(reason))
                && (topic == null || rejected.topic().topicName().equals(topic))
                && (network == null || rejected.network().equals(network))
                && !rejected.logTime().isBefore(from);
    }

    private static void requireKnown(String option, String given, List<String> known) {
        if (given != null && !known.contains(given)) {
            throw new CommandException(
                    option + " " + given + " does not exist; did you mean '" + NearestName.of(given, known) + "'?");
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new CommandException("--since " + text + " is not a time such as 2024-03-31T00:00:00Z", e);
        }
    }
}

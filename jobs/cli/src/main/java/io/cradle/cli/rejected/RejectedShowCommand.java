package io.cradle.cli.rejected;

import io.cradle.cli.ExitCode;
import io.cradle.cli.kafka.BrokerOptions;
import io.cradle.cli.terminal.StatusLine;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.schemas.wire.WireFormat;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle rejected show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows one rejected record: what it says, why it could not be used and what would be right.",
        footer = {
            "",
            "Example: cradle rejected show meter-readings/0/12 --json --bootstrap-servers 127.0.0.1:9092 > reading.json"
        })
final class RejectedShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TOPIC/PARTITION/OFFSET", description = "Where the record stands, as `list` shows it.")
    private String position;

    @Option(names = "--json", description = "As a document to edit and give to `cradle rejected resend`.")
    private boolean json;

    @Mixin
    private BrokerOptions broker;

    private final Surroundings surroundings;

    RejectedShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        KafkaAccess access = broker.access();
        try (TopicSchemas schemas = new TopicSchemas(access);
                StatusLine status = new StatusLine(surroundings.terminal())) {
            Rejected rejected = RejectedLog.at(access, schemas, status, position);
            WireFormat wire = new WireFormat(schemas);
            List<String> lines =
                    json ? List.of(RecordDocument.of(rejected, wire).pretty()) : new RejectedText(wire).page(rejected);
            lines.forEach(surroundings.terminal()::say);
        }
        return ExitCode.DONE;
    }
}

package io.cradle.cli.suppliers;

import io.cradle.cli.ExitCode;
import io.cradle.cli.kafka.BrokerOptions;
import io.cradle.cli.kafka.TypedImport;
import io.cradle.cli.suppliers.pact.Judgement;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.schemas.wire.InputTopic;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cradle suppliers import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        modelTransformer = BrokersMayBeLeftOut.class,
        description = {
            "Publishes PACT 3 documents to the topic supplier-emissions; those they name as preceding are superseded.",
            "They are checked first as `cradle suppliers check` does, and nothing is sent if one cannot be used:",
            "the exit code is then 1."
        },
        footer = {"", "Example: cradle suppliers import acme footprints.json --bootstrap-servers 127.0.0.1:9092"})
final class SuppliersImportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NETWORK", description = "The network that buys from the suppliers.")
    private String network;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "One ProductFootprint, an array of them, or an answer of /3/footprints.")
    private List<Path> files;

    @Mixin
    private DocumentOptions documents;

    @Option(names = "--dry-run", description = "Checks and says what would be sent, and sends nothing.")
    private boolean dryRun;

    @Mixin
    private BrokerOptions broker;

    @Spec
    private CommandSpec spec;

    private final Surroundings surroundings;

    SuppliersImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!dryRun && !spec.commandLine().getParseResult().hasMatchedOption(BrokersMayBeLeftOut.OPTION)) {
            throw new ParameterException(spec.commandLine(), "say where to with --bootstrap-servers, or --dry-run");
        }
        Judgement judgement = documents.judge(network, files, surroundings.clock());
        JudgementText.print(judgement, surroundings.terminal());
        if (judgement.hasErrors()) {
            surroundings.terminal().complain("nothing was sent");
            return ExitCode.NO;
        }
        if (!dryRun) {
            send(judgement);
        }
        return ExitCode.DONE;
    }

    private void send(Judgement judgement) {
        KafkaAccess access = broker.access();
        TypedImport.send(access, InputTopic.SUPPLIER_EMISSIONS, judgement.records());
        surroundings.terminal().say(judgement.records().size() + " records sent to " + access.bootstrapServers());
    }
}

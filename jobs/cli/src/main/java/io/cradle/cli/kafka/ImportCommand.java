package io.cradle.cli.kafka;

import io.cradle.cli.ExitCode;
import io.cradle.cli.terminal.StatusLine;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.files.input.InputDirectory;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.RecordPublisher;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cradle import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes the files of a directory to the input topics, in the order of their log times.",
            "Rows that are no records are not sent but listed; the exit code is then 1."
        },
        footer = {"", "Example: cradle import ./data --bootstrap-servers 127.0.0.1:9092"})
public final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Directory with files such as bills-of-materials.csv.")
    private Path directory;

    @Mixin
    private BrokerOptions broker;

    private final Surroundings surroundings;

    ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        InputDirectory input = InputDirectory.open(directory);
        KafkaAccess access = broker.access();
        FileImport files = new FileImport(input, surroundings);
        try (TopicSchemas schemas = new TopicSchemas(access);
                RecordPublisher publisher = RecordPublisher.open(access, schemas);
                StatusLine status = new StatusLine(surroundings.terminal())) {
            files.publish(publisher, status);
        }
        files.summary(access.bootstrapServers()).forEach(surroundings.terminal()::say);
        return files.isComplete() ? ExitCode.DONE : ExitCode.NO;
    }
}

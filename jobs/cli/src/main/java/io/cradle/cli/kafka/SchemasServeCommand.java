package io.cradle.cli.kafka;

import io.cradle.cli.ExitCode;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.kafka.schemas.SchemaServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cradle schemas serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Serves the registered schemas on loopback, in the words of the schema registry API, until Ctrl-C.",
        footer = {"", "Example: cradle schemas serve --bootstrap-servers 127.0.0.1:9092 --port 8082"})
final class SchemasServeCommand implements Callable<Integer> {
    @Mixin
    private BrokerOptions broker;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port to listen on (default: a free one).")
    private int port;

    private final Surroundings surroundings;

    SchemasServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (SchemaServer server = SchemaServer.start(broker.access(), port)) {
            surroundings.terminal().say("schemas are served at " + server.url() + "; Ctrl-C ends it");
            surroundings.stop().await();
        }
        return ExitCode.DONE;
    }
}

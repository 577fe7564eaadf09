package io.cradle.cli.suppliers;

import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Makes the brokers optional: a dry run needs none, and the command itself asks for them where it sends. */
final class BrokersMayBeLeftOut implements IModelTransformer {
    static final String OPTION = "--bootstrap-servers";

    @Override
    public CommandSpec transform(CommandSpec command) {
        OptionSpec brokers = command.findOption(OPTION);
        return command.remove(brokers)
                .addOption(brokers.toBuilder().required(false).build());
    }
}

package io.cradle.cli.kafka;

import io.cradle.cli.ExitCode;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.acl.AclAdmin;
import io.cradle.connectors.kafka.acl.AclCommand;
import io.cradle.connectors.kafka.acl.AclState;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.acl.AclBinding;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cradle topics acl}. */
@Command(
        name = "acl",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the ACLs that each role needs, and no more, as commands for kafka-acls.",
            "Connects only with --apply, which grants what is missing and takes nothing away, and with --check, which says"
                    + " what is missing, denied or too wide; the exit code is then 1."
        },
        footer = {
            "",
            "Example: cradle topics acl --bootstrap-servers kafka:9093 --job-principal User:cradle-job \\",
            "    --supplier-principal User:metering=meter-readings --config admin.properties --apply"
        })
final class TopicsAclCommand implements Callable<Integer> {
    /** What to do with the ACLs besides printing them. */
    static final class Action {
        @Option(names = "--apply", description = "Grant what is missing.")
        private boolean apply;

        @Option(names = "--check", description = "Compare with what is granted.")
        private boolean check;
    }

    @Mixin
    private BrokerOptions broker;

    @Mixin
    private PrincipalOptions principals;

    @ArgGroup
    private Action action = new Action();

    @Spec
    private CommandSpec spec;

    private final Surroundings surroundings;

    TopicsAclCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<AclBinding> wanted = principals.acls();
        if (wanted.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "name at least one principal, such as --job-principal User:cradle-job");
        }
        if (action.apply) {
            return grant(wanted);
        }
        return action.check ? check(wanted) : print(wanted);
    }

    private int print(List<AclBinding> wanted) {
        wanted.forEach(acl -> surroundings.terminal().say(AclCommand.add(broker.bootstrapServers(), acl)));
        return ExitCode.DONE;
    }

    private int grant(List<AclBinding> wanted) {
        List<AclBinding> granted = AclAdmin.grant(broker.access(), wanted);
        granted.forEach(acl -> surroundings.terminal().say("granted: " + AclText.of(acl)));
        surroundings
                .terminal()
                .say(granted.size() + " of " + wanted.size() + " ACLs granted, the others were there already");
        return ExitCode.DONE;
    }

    private int check(List<AclBinding> wanted) {
        KafkaAccess access = broker.access();
        AclState state = AclAdmin.compare(access, wanted);
        state.missing().forEach(acl -> surroundings.terminal().say("missing: " + AclText.of(acl)));
        state.denied().forEach(acl -> surroundings.terminal().say("denied: " + AclText.of(acl)));
        state.tooWide().forEach(acl -> surroundings
                .terminal()
                .say("too wide: " + AclText.of(acl) + "; to remove it: "
                        + AclCommand.remove(access.bootstrapServers(), acl)));
        if (state.isRight()) {
            surroundings.terminal().say("all " + wanted.size() + " ACLs are right");
            return ExitCode.DONE;
        }
        return ExitCode.NO;
    }
}

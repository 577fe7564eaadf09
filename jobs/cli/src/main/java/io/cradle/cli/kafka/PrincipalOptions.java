package io.cradle.cli.kafka;

import io.cradle.cli.CommandException;
import io.cradle.connectors.kafka.acl.Role;
import io.cradle.rollup.KafkaRollup;
import io.cradle.rollup.config.Settings;
import io.cradle.schemas.wire.InputTopic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclBinding;
import picocli.CommandLine.Option;

/** Options that say who has which role. */
final class PrincipalOptions {
    @Option(names = "--job-principal", paramLabel = "PRINCIPAL", description = "Who the job logs in as.")
    private List<String> jobs = new ArrayList<>();

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "Settings of the job, which decide its consumer group and transactions (default: the defaults).")
    private Path settings;

    @Option(
            names = "--admin-principal",
            paramLabel = "PRINCIPAL",
            description = "Who runs `cradle topics create` and `check`.")
    private List<String> administrators = new ArrayList<>();

    @Option(
            names = "--supplier-principal",
            paramLabel = "PRINCIPAL=TOPIC[,...]",
            description = "Who sends data, and to which input topics.")
    private List<String> suppliers = new ArrayList<>();

    @Option(
            names = "--reader-principal",
            paramLabel = "PRINCIPAL",
            description = "Who shows figures; its consumer groups begin with --reader-group.")
    private List<String> readers = new ArrayList<>();

    @Option(
            names = "--reader-group",
            paramLabel = "PREFIX",
            defaultValue = "cradle-reader-",
            description = "What the consumer groups of readers begin with (default: ${DEFAULT-VALUE}).")
    private String readerGroup;

    @Option(names = "--auditor-principal", paramLabel = "PRINCIPAL", description = "Who recomputes what was published.")
    private List<String> auditors = new ArrayList<>();

    @Option(
            names = "--corrector-principal",
            paramLabel = "PRINCIPAL",
            description = "Who corrects rejected records and sends them again.")
    private List<String> correctors = new ArrayList<>();

    /** The ACLs of everybody named, each once. */
    List<AclBinding> acls() {
        Set<AclBinding> acls = new LinkedHashSet<>();
        jobs.forEach(name -> add(acls, name, KafkaRollup.role(jobSettings())));
        administrators.forEach(name -> add(acls, name, new Role.Administrator()));
        suppliers.forEach(supplier -> addSupplier(acls, supplier));
        readers.forEach(name -> add(acls, name, new Role.Reader(readerGroup)));
        auditors.forEach(name -> add(acls, name, new Role.Auditor()));
        correctors.forEach(name -> add(acls, name, new Role.Corrector()));
        return List.copyOf(acls);
    }

    private Settings jobSettings() {
        return Settings.of(settings == null ? Map.of() : PropertiesFile.read("settings file", settings));
    }

    /** A principal may hold equals signs itself: {@code User:CN=metering=meter-readings}. */
    private static void addSupplier(Set<AclBinding> acls, String supplier) {
        int equals = supplier.lastIndexOf('=');
        if (equals < 0) {
            throw new CommandException("supplier '" + supplier
                    + "' must be a principal, an equals sign and input topics, such as User:metering=meter-readings");
        }
        add(acls, supplier.substring(0, equals), new Role.Supplier(inputs(supplier.substring(equals + 1))));
    }

    private static void add(Set<AclBinding> acls, String principal, Role role) {
        if (!principal.matches("[A-Za-z]+:.+")) {
            throw new CommandException(
                    "principal '" + principal + "' must be a kind and a name, such as User:cradle-" + role.name());
        }
        role.grants().forEach(grant -> acls.add(grant.to(principal)));
    }

    private static Set<InputTopic> inputs(String names) {
        Set<InputTopic> topics = EnumSet.noneOf(InputTopic.class);
        for (String name : names.split(",")) {
            topics.add(InputTopic.ofName(name.trim())
                    .orElseThrow(() -> new CommandException("'" + name + "' is no input topic; there are "
                            + String.join(
                                    ", ",
                                    Arrays.stream(InputTopic.values())
                                            .map(InputTopic::topicName)
                                            .toList()))));
        }
        return topics;
    }
}

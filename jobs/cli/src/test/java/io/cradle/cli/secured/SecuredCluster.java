package io.cradle.cli.secured;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.testkit.broker.SecuredBroker;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** A secured broker with Cradle's topics, and the people around it: everybody has exactly the ACLs of their role. */
final class SecuredCluster implements AutoCloseable {
    static final String JOB = "cradle-job";
    static final String CERTIFIED_JOB = "cradle-job-2";
    static final String SUPPLIER = "supplier";
    static final String READER = "reader";
    static final Set<InputTopic> SUPPLIED = EnumSet.of(
            InputTopic.EMISSION_FACTORS,
            InputTopic.BILLS_OF_MATERIALS,
            InputTopic.ACTIVITY_RECORDS,
            InputTopic.PRODUCTION_RECORDS);
    static final String FOREIGNER = "foreigner";

    final SecuredBroker broker;
    private final Path directory;

    private SecuredCluster(SecuredBroker broker, Path directory) {
        this.broker = broker;
        this.directory = directory;
    }

    static SecuredCluster start(Path directory) throws IOException {
        SecuredCluster cluster = new SecuredCluster(SecuredBroker.start(CERTIFIED_JOB), directory);
        for (String user : List.of("cradle-admin", JOB, SUPPLIER, READER, FOREIGNER)) {
            cluster.broker.addUser(user, password(user));
        }
        cluster.acl("--admin-principal", "User:cradle-admin", "--apply");
        cluster.done("cradle-admin", "topics", "create", "--partitions", "2");
        cluster.acl("--job-principal", "User:" + JOB, "--apply");
        Path exactlyOnce = cluster.write("exactly-once", cluster.exactlyOnce());
        cluster.acl("--job-principal", "User:" + CERTIFIED_JOB, "--settings", exactlyOnce.toString(), "--apply");
        String topics = SUPPLIED.stream().map(InputTopic::topicName).collect(Collectors.joining(","));
        cluster.acl("--supplier-principal", "User:" + SUPPLIER + "=" + topics, "--apply");
        cluster.acl("--reader-principal", "User:" + READER, "--apply");
        return cluster;
    }

    static String password(String user) {
        return "password of " + user;
    }

    /** Client properties of a user with a password. */
    Map<String, String> client(String user) {
        return broker.passwordClient(user, password(user));
    }

    KafkaAccess access(String user) {
        return new KafkaAccess(client(user), KafkaAccess.DEFAULT_ANSWER_WITHIN);
    }

    /** Settings of the job that logs in with a password. */
    Map<String, String> settings(Map<String, String> client) throws IOException {
        Map<String, String> settings = new HashMap<>();
        Path secrets = directory.resolve("secrets of " + client.hashCode());
        Map<String, String> written = new HashMap<>();
        client.forEach((key, value) -> {
            boolean secret = key.contains("password") || key.equals("sasl.jaas.config");
            if (secret) {
                written.put(key, value);
            }
            settings.put("kafka." + key, secret ? "${file:" + secrets + ":" + key + "}" : value);
        });
        store(secrets, written);
        settings.put("checkpoint.interval", "500 ms");
        return settings;
    }

    /** Settings of the job that logs in with a certificate and writes transactions. */
    Map<String, String> exactlyOnce() throws IOException {
        Map<String, String> settings = settings(broker.certificateClient(broker.certified(CERTIFIED_JOB)));
        settings.put("delivery.guarantee", "exactly-once");
        settings.put("delivery.transactional-id-prefix", "second");
        settings.put("source.group-id", "second");
        return settings;
    }

    /** A properties file. */
    Path write(String name, Map<String, String> texts) throws IOException {
        return store(directory.resolve(name + ".properties"), texts);
    }

    /** Executes a command as a user. */
    Executed as(String user, String... command) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command));
        Path config = write(user, user.equals("admin") ? broker.adminClient() : client(user));
        arguments.addAll(List.of("--bootstrap-servers", broker.bootstrapServers(), "--config", config.toString()));
        return Executed.of(arguments.toArray(String[]::new));
    }

    Executed done(String user, String... command) throws IOException {
        Executed executed = as(user, command);
        assertEquals(ExitCode.DONE, executed.exitCode(), executed.everything());
        return executed;
    }

    /** Executes {@code cradle topics acl} as the super user. */
    Executed acl(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("topics", "acl"));
        command.addAll(List.of(options));
        return done("admin", command.toArray(String[]::new));
    }

    @Override
    public void close() {
        broker.close();
    }

    private static Path store(Path file, Map<String, String> texts) throws IOException {
        Properties properties = new Properties();
        properties.putAll(texts);
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return file;
    }
}

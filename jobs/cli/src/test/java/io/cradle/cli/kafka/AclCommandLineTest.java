package io.cradle.cli.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What can be said about security without a broker. */
@Timeout(60)
class AclCommandLineTest {
    private static final String ELSEWHERE = "192.0.2.1:9092";

    @TempDir
    Path directory;

    @Test
    void aclsArePrintedWithoutConnecting() {
        Executed printed = acl("--supplier-principal", "User:CN=metering=meter-readings,energy-meters");
        assertEquals(ExitCode.DONE, printed.exitCode(), printed.everything());
        assertEquals(3, printed.out().lines().count(), printed.out());
        String command = "kafka-acls --bootstrap-server " + ELSEWHERE
                + " --add --allow-principal User:CN=metering --operation Write --topic meter-readings";
        assertTrue(printed.out().lines().anyMatch(command::equals), printed.out());
    }

    @Test
    void settingsDecideWhatTheJobNeeds() throws IOException {
        Path settings = Files.writeString(directory.resolve("job.properties"), """
                delivery.guarantee=exactly-once
                delivery.transactional-id-prefix=steel
                source.group-id=steel-group
                """);
        Executed printed = acl("--job-principal", "User:job", "--settings", settings.toString());
        assertTrue(printed.out().contains("--operation Read --group steel-group\n"), printed.out());
        assertTrue(
                printed.out()
                        .contains("--operation Write --transactional-id steel- --resource-pattern-type prefixed\n"),
                printed.out());
        assertFalse(acl("--job-principal", "User:job").out().contains("transactional"));
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
        refused(acl(), "name at least one principal");
        refused(acl("--job-principal", "job"), "principal 'job' must be a kind and a name", "User:cradle-job");
        refused(acl("--supplier-principal", "User:a"), "supplier 'User:a' must be");
        refused(acl("--supplier-principal", "User:a=readings"), "'readings' is no input topic", "meter-readings");
        refused(acl("--job-principal", "User:a", "--apply", "--check"), "--apply", "--check");
    }

    @Test
    void nothingConnectsToAnotherMachineInPlaintext() {
        Stream.of(
                        Executed.of("topics", "create", "--bootstrap-servers", ELSEWHERE),
                        Executed.of("topics", "check", "--bootstrap-servers", ELSEWHERE),
                        acl("--job-principal", "User:job", "--check"),
                        Executed.of("import", directory.toString(), "--bootstrap-servers", ELSEWHERE),
                        Executed.of("schemas", "serve", "--bootstrap-servers", ELSEWHERE),
                        Executed.of("rollup", "--bootstrap-servers", ELSEWHERE),
                        Executed.of(
                                "rollup",
                                "--bootstrap-servers",
                                ELSEWHERE,
                                "--set",
                                "kafka.security.protocol=SASL_PLAINTEXT"))
                .forEach(executed -> refused(executed, ELSEWHERE + " is not on this machine"));
    }

    /** The next thing that is looked at is the port. */
    @Test
    void whoeverAllowsPlaintextGetsFurther() {
        String noPort = "192.0.2.1:port";
        refused(
                Executed.of("topics", "check", "--bootstrap-servers", noPort, "--allow-plaintext"),
                "names '192.0.2.1:port', must be host:port");
        refused(
                Executed.of("rollup", "--bootstrap-servers", noPort, "--set", "security.allow-plaintext=true"),
                "names '192.0.2.1:port', must be host:port");
    }

    private static Executed acl(String... options) {
        return Executed.of(
                Stream.concat(Stream.of("topics", "acl", "--bootstrap-servers", ELSEWHERE), Stream.of(options))
                        .toArray(String[]::new));
    }

    private static void refused(Executed executed, String... words) {
        assertEquals(ExitCode.COULD_NOT_RUN, executed.exitCode(), executed.everything());
        for (String word : words) {
            assertTrue(executed.err().contains(word), word + " in " + executed.err());
        }
    }
}

package io.cradle.testkit.broker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker in this JVM as a company would run it: encrypted listeners only, one for users with a password
 * (SCRAM-SHA-512), one for users with a certificate, and nobody but the super user may do what no ACL allows. Client
 * properties for all of them are at hand. Loopback only; what it wrote, keys among it, is deleted when it is closed.
 */
public final class SecuredBroker implements AutoCloseable {
    private static final int START_ATTEMPTS = 3;
    private static final String ADMIN_PASSWORD = "admin-of-the-tests";
    private static final String STORE_PASSWORD = "stores-of-the-tests";

    private final EmbeddedBroker broker;
    private final int certificatePort;
    private final Identity own;
    private final TrustStore trust;
    private final Map<String, Identity> clients;

    private SecuredBroker(EmbeddedBroker broker, int certificatePort, Identity own, Map<String, Identity> clients) {
        this.broker = broker;
        this.certificatePort = certificatePort;
        this.own = own;
        this.trust = TrustStore.of(broker.directory().resolve("trust.p12"), STORE_PASSWORD, List.of(own));
        this.clients = clients;
    }

    /**
     * Starts a broker on free ports.
     *
     * @param certified names of the users that get a certificate that the broker believes
     * @throws BrokerStartException if it does not start
     */
    public static SecuredBroker start(String... certified) {
        RecordingAuthorizer.forget();
        BrokerStartException last = null;
        for (int attempt = 0; attempt < START_ATTEMPTS; attempt++) {
            List<Integer> ports = LoopbackPorts.free(3);
            try {
                return start(new SecuredProperties.Ports(ports.get(0), ports.get(1), ports.get(2)), List.of(certified));
            } catch (BrokerStartException e) {
                // Somebody else may have taken one of the ports in between.
                last = e;
            }
        }
        throw last;
    }

    private static SecuredBroker start(SecuredProperties.Ports ports, List<String> certified) {
        Path directory = EmbeddedBroker.createDirectory();
        Identity own = Identity.create("broker", directory, STORE_PASSWORD);
        Map<String, Identity> clients = new HashMap<>();
        certified.forEach(name -> clients.put(name, Identity.create(name, directory, STORE_PASSWORD)));
        TrustStore believed = TrustStore.of(
                directory.resolve("clients.p12"), STORE_PASSWORD, withOwn(own, new ArrayList<>(clients.values())));
        Properties settings = BrokerProperties.of(directory, ports.passwords(), ports.controller());
        SecuredProperties.addTo(settings, ports, own, believed, ADMIN_PASSWORD);
        List<String> formatOptions = List.of(
                "--add-scram", "SCRAM-SHA-512=[name=" + SecuredProperties.ADMIN + ",password=" + ADMIN_PASSWORD + "]");
        EmbeddedBroker broker =
                EmbeddedBroker.start(directory, ports.passwords(), settings, formatOptions, Time.SYSTEM);
        return new SecuredBroker(broker, ports.certificates(), own, clients);
    }

    /** The broker talks to itself as well, and must believe its own certificate. */
    private static List<Identity> withOwn(Identity own, List<Identity> clients) {
        clients.add(own);
        return clients;
    }

    /** Where users with a password connect. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Where users with a certificate connect. */
    public String certificateServers() {
        return LoopbackPorts.HOST + ":" + certificatePort;
    }

    /** Another store that believes the broker's certificate. */
    public TrustStore trustStore(Path file, String password) {
        return TrustStore.of(file, password, List.of(own));
    }

    /** The key of a user that was given a certificate. */
    public Identity certified(String name) {
        return clients.get(name);
    }

    /** A directory of the broker's own, for more keys. */
    public Path directory() {
        return broker.directory();
    }

    /** Client properties of the super user. */
    public Map<String, String> adminClient() {
        return passwordClient(SecuredProperties.ADMIN, ADMIN_PASSWORD);
    }

    /** Client properties of a user with a password. */
    public Map<String, String> passwordClient(String user, String password) {
        Map<String, String> client = trusting(bootstrapServers(), "SASL_SSL");
        client.put("sasl.mechanism", "SCRAM-SHA-512");
        client.put("sasl.jaas.config", SecuredProperties.scramLogin(user, password));
        return client;
    }

    /** Client properties of a user with a certificate, whether the broker believes it or not. */
    public Map<String, String> certificateClient(Identity identity) {
        Map<String, String> client = trusting(certificateServers(), "SSL");
        client.put("ssl.keystore.type", "PKCS12");
        client.put("ssl.keystore.location", identity.store().toString());
        client.put("ssl.keystore.password", identity.password());
        client.put("ssl.key.password", identity.password());
        return client;
    }

    /** Lets a user in with a password; it may do nothing yet. */
    public void addUser(String name, String password) {
        Properties properties = new Properties();
        properties.putAll(adminClient());
        try (Admin admin = Admin.create(properties)) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), password)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new BrokerStartException("user " + name + " cannot be added: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerStartException("interrupted while user " + name + " was added", e);
        }
    }

    /** What principals asked the broker to do since it started; for one broker at a time in a JVM. */
    public Set<RecordingAuthorizer.Asked> asked() {
        return RecordingAuthorizer.asked();
    }

    @Override
    public void close() {
        broker.close();
    }

    private Map<String, String> trusting(String servers, String protocol) {
        Map<String, String> client = new HashMap<>();
        client.put("bootstrap.servers", servers);
        client.put("security.protocol", protocol);
        client.put("ssl.truststore.type", "PKCS12");
        client.put("ssl.truststore.location", trust.store().toString());
        client.put("ssl.truststore.password", trust.password());
        return client;
    }
}

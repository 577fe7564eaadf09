package io.cradle.connectors.kafka.secure;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where records and passwords may go unencrypted. */
public enum Plaintext {
    /** Only to brokers whose names stand for this machine. */
    ON_LOOPBACK,

    /** To any broker: somebody has said that the network is private. */
    ANYWHERE;

    private static final Set<String> ENCRYPTED = Set.of("SSL", "SASL_SSL");

    /**
     * Why client properties must not be connected with, in one sentence; empty where they may. Looks at the brokers
     * that are asked first: where those send a client is for the cluster's listeners to decide.
     *
     * @param client with {@code bootstrap.servers}; without {@code security.protocol} clients do not encrypt
     */
    public Optional<String> objection(Map<String, String> client) {
        String protocol = client.getOrDefault("security.protocol", "PLAINTEXT").trim();
        if (this == ANYWHERE || ENCRYPTED.contains(protocol.toUpperCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return Arrays.stream(client.getOrDefault("bootstrap.servers", "").split(","))
                .map(String::trim)
                .filter(server -> server.lastIndexOf(':') > 0 && !isLoopback(host(server)))
                .findFirst()
                .map(server -> "security.protocol is " + protocol + " and broker " + server
                        + " is not on this machine, so everything would cross the network unencrypted: set"
                        + " security.protocol to SASL_SSL or SSL, or, where the network is private, allow it with"
                        + " --allow-plaintext or, for the job, security.allow-plaintext=true");
    }

    private static String host(String server) {
        return server.substring(0, server.lastIndexOf(':')).replace("[", "").replace("]", "");
    }

    /** A name must stand for loopback addresses only; one that stands for nothing yet may stand for anything later. */
    private static boolean isLoopback(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

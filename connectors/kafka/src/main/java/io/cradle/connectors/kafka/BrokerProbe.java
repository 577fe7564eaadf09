package io.cradle.connectors.kafka;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Finds out whether anybody listens where a broker should be. */
final class BrokerProbe {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int CONNECT_MS_MAX = 2_000;

    private BrokerProbe() {}

    static void await(String bootstrapServers, Duration patience) {
        List<String> servers =
                Arrays.stream(bootstrapServers.split(",")).map(String::trim).toList();
        servers.forEach(BrokerProbe::address);
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            for (String server : servers) {
                if (listens(address(server), deadline)) {
                    return;
                }
            }
            if (System.nanoTime() + PAUSE_NANOS >= deadline
                    || Thread.currentThread().isInterrupted()) {
                throw new KafkaDoorException("no Kafka broker answers at " + bootstrapServers + " within "
                        + seconds(patience) + ": start the broker, or set bootstrap.servers to where it listens");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** A new address each time, so that a name that appears while waiting is found. */
    private static InetSocketAddress address(String server) {
        int colon = server.lastIndexOf(':');
        try {
            if (colon > 0) {
                String host = server.substring(0, colon).replace("[", "").replace("]", "");
                return new InetSocketAddress(host, Integer.parseInt(server.substring(colon + 1)));
            }
        } catch (IllegalArgumentException e) {
            throw new KafkaDoorException(malformed(server), e);
        }
        throw new KafkaDoorException(malformed(server));
    }

    private static String malformed(String server) {
        return "bootstrap.servers names '" + server + "', must be host:port, such as 127.0.0.1:9092";
    }

    private static boolean listens(InetSocketAddress address, long deadline) {
        if (address.isUnresolved()) {
            return false;
        }
        long leftMs = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) Math.max(1, Math.min(CONNECT_MS_MAX, leftMs)));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String seconds(Duration patience) {
        return patience.toMillis() % 1000 == 0 ? patience.toSeconds() + " s" : patience.toMillis() + " ms";
    }
}

package io.cradle.testkit.broker;

import java.nio.file.Path;
import java.util.Properties;

/** The settings of the one broker: everything on loopback, nothing replicated, few threads. */
final class BrokerProperties {
    private BrokerProperties() {}

    static Properties of(Path directory, int port, int controllerPort) {
        Properties settings = new Properties();
        quorum(settings, port, controllerPort);
        settings.setProperty("log.dirs", directory.resolve("log").toString());
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        // Clients run by their own clocks, and this one's may have been moved.
        settings.setProperty("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        single(settings);
        frugal(settings);
        return settings;
    }

    private static void quorum(Properties settings, int port, int controllerPort) {
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@" + LoopbackPorts.HOST + ":" + controllerPort);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("inter.broker.listener.name", "PLAINTEXT");
        settings.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        String listener = "PLAINTEXT://" + LoopbackPorts.HOST + ":" + port;
        settings.setProperty("listeners", listener + ",CONTROLLER://" + LoopbackPorts.HOST + ":" + controllerPort);
        settings.setProperty("advertised.listeners", listener);
    }

    private static void single(Properties settings) {
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("min.insync.replicas", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "1");
    }

    private static void frugal(Properties settings) {
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "2");
        settings.setProperty("num.recovery.threads.per.data.dir", "1");
        settings.setProperty("background.threads", "2");
        settings.setProperty("log.cleaner.threads", "1");
        // The default of 128 MiB would be held for a topic of a few thousand keys.
        settings.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20));
        settings.setProperty("log.cleaner.io.buffer.size", Integer.toString(256 << 10));
        settings.setProperty("log.index.size.max.bytes", Integer.toString(1 << 20));
    }
}

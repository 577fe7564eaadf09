package io.cradle.connectors.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;

/** What Cradle asks of a cluster's administration; every failure is a {@link KafkaDoorException}. */
public final class AdminDoor implements AutoCloseable {
    private final KafkaAccess access;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Admin admin;

    private AdminDoor(KafkaAccess access, Admin admin) {
        this.access = access;
        this.admin = admin;
    }

    /** Connects, waiting as long as the access allows. */
    public static AdminDoor open(KafkaAccess access) {
        access.requireAnswer();
        try {
            access.requireSecrets();
            return new AdminDoor(access, Admin.create(access.boundedProperties()));
        } catch (KafkaException e) {
            throw KafkaDoorException.of("connecting", access, e.getCause() == null ? e : e.getCause());
        }
    }

    /** The number of partitions of each of the topics; topics that do not exist are left out. */
    public Map<String, Integer> partitionCounts(Collection<String> topics) {
        Map<String, Integer> counts = new HashMap<>();
        List<String> refused = new ArrayList<>();
        // One by one: a list of all topics leaves out those that may not be described, as if they did not exist.
        admin.describeTopics(topics).topicNameValues().forEach((topic, answer) -> {
            try {
                counts.put(
                        topic,
                        answer("describing topics", AclOperation.DESCRIBE, answer)
                                .partitions()
                                .size());
            } catch (KafkaDoorException e) {
                if (e.getCause() instanceof TopicAuthorizationException) {
                    refused.add(topic);
                } else if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        });
        if (!refused.isEmpty()) {
            throw KafkaDoorException.of(
                    "describing topics",
                    AclOperation.DESCRIBE,
                    access,
                    new TopicAuthorizationException(new TreeSet<>(refused)));
        }
        return counts;
    }

    /** The settings in force of each of the topics, which must exist. */
    public Map<String, Map<String, String>> configurations(Collection<String> topics) {
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        Map<String, Map<String, String>> configurations = new HashMap<>();
        answer(
                        "reading topic settings",
                        AclOperation.DESCRIBE_CONFIGS,
                        admin.describeConfigs(resources).all())
                .forEach((resource, config) -> configurations.put(resource.name(), values(config)));
        return configurations;
    }

    /** One setting in force of every broker that is up, by broker id. Needs DESCRIBE_CONFIGS on the cluster. */
    public Map<String, String> brokerSettings(String setting) {
        List<ConfigResource> brokers =
                answer(
                                "listing brokers",
                                AclOperation.DESCRIBE,
                                admin.describeCluster().nodes())
                        .stream()
                        .map(node -> new ConfigResource(ConfigResource.Type.BROKER, node.idString()))
                        .toList();
        Map<String, String> settings = new TreeMap<>();
        answer(
                        "reading the brokers' " + setting,
                        AclOperation.DESCRIBE_CONFIGS,
                        admin.describeConfigs(brokers).all())
                .forEach((broker, config) ->
                        settings.put(broker.name(), config.get(setting).value()));
        return settings;
    }

    /**
     * Puts any other question.
     *
     * @param doing what is being done, for the complaint
     * @param needed what must be granted for it
     * @throws KafkaDoorException if the answer is a failure, which is then its cause
     */
    public <T> T ask(String doing, AclOperation needed, Function<Admin, KafkaFuture<T>> question) {
        return answer(doing, needed, question.apply(admin));
    }

    /** Creates a topic; false where somebody else has just created it. */
    public boolean create(NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw KafkaDoorException.of("creating topic " + topic.name(), AclOperation.CREATE, access, e);
        } catch (InterruptedException e) {
            throw interrupted("creating topic " + topic.name(), e);
        }
    }

    /**
     * Limits what the producers of a client id may write together.
     *
     * @param bytesPerSecond per broker; empty takes the limit away
     */
    public void limitProducers(String clientId, OptionalDouble bytesPerSecond) {
        ClientQuotaEntity entity = new ClientQuotaEntity(Map.of(ClientQuotaEntity.CLIENT_ID, clientId));
        Double limit = bytesPerSecond.isPresent() ? (Double) bytesPerSecond.getAsDouble() : null;
        ClientQuotaAlteration alteration =
                new ClientQuotaAlteration(entity, List.of(new ClientQuotaAlteration.Op("producer_byte_rate", limit)));
        answer(
                "limiting producers of client " + clientId,
                AclOperation.ALTER_CONFIGS,
                admin.alterClientQuotas(List.of(alteration)).all());
    }

    /** Waits until topics that the controller has created are known to the brokers, which takes a moment. */
    public void awaitKnown(Collection<String> topics) {
        long deadline = System.nanoTime() + access.answerWithin().toNanos();
        while (!answer(
                        "listing topics",
                        AclOperation.DESCRIBE,
                        admin.listTopics().names())
                .containsAll(topics)) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new KafkaDoorException("the topics were created, but the brokers at " + access.bootstrapServers()
                        + " do not list all of them within "
                        + access.answerWithin().toSeconds()
                        + " s: run `cradle topics check` to see which");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private <T> T answer(String doing, AclOperation needed, KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw KafkaDoorException.of(doing, needed, access, e);
        } catch (InterruptedException e) {
            throw interrupted(doing, e);
        }
    }

    private static KafkaDoorException interrupted(String doing, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new KafkaDoorException(doing + ": interrupted", e);
    }

    private static Map<String, String> values(Config config) {
        Map<String, String> values = new HashMap<>();
        for (ConfigEntry entry : config.entries()) {
            values.put(entry.name(), entry.value());
        }
        return values;
    }
}

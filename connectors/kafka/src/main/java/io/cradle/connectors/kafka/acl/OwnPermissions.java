package io.cradle.connectors.kafka.acl;

import io.cradle.connectors.kafka.AdminDoor;
import io.cradle.connectors.kafka.KafkaDoorException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What the client that asks may do itself. None of it needs more than what it asks about. */
final class OwnPermissions {
    private OwnPermissions() {}

    /** The operations on each topic; none where it may not even be described. Topics that do not exist are left out. */
    static Map<String, Set<AclOperation>> onTopics(AdminDoor admin, Collection<String> topics) {
        Map<String, Set<AclOperation>> permitted = new HashMap<>();
        for (String topic : topics) {
            try {
                permitted.put(topic, onTopic(admin, topic));
            } catch (KafkaDoorException e) {
                if (e.getCause() instanceof TopicAuthorizationException) {
                    permitted.put(topic, Set.of());
                } else if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return permitted;
    }

    /**
     * Asks about a consumer group, which need not exist.
     *
     * @throws KafkaDoorException if the client may not read as that group
     */
    static void requireGroup(AdminDoor admin, String group) {
        try {
            admin.ask("looking at group " + group, AclOperation.READ, asked -> asked.describeConsumerGroups(
                            List.of(group))
                    .all());
        } catch (KafkaDoorException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
    }

    /**
     * Asks about a transactional id, which need not exist.
     *
     * @throws KafkaDoorException if the client may not use it
     */
    static void requireTransactionalId(AdminDoor admin, String id) {
        try {
            admin.ask("looking at transactional id " + id, AclOperation.WRITE, asked -> asked.describeTransactions(
                            List.of(id))
                    .all());
        } catch (KafkaDoorException e) {
            if (!(e.getCause() instanceof TransactionalIdNotFoundException)) {
                throw e;
            }
        }
    }

    private static Set<AclOperation> onTopic(AdminDoor admin, String topic) {
        DescribeTopicsOptions options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
        return admin.ask("describing topics", AclOperation.DESCRIBE, asked -> asked.describeTopics(
                                List.of(topic), options)
                        .topicNameValues()
                        .get(topic))
                .authorizedOperations();
    }
}

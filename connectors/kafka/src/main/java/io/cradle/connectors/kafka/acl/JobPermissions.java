package io.cradle.connectors.kafka.acl;

import io.cradle.connectors.kafka.AdminDoor;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.KafkaDoorException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/** Asks a cluster whether the job may do what it will have to do, before it starts and fails at it. */
public final class JobPermissions {
    private static final int NAMED_MOST = 6;

    private JobPermissions() {}

    /**
     * Makes sure of everything the job needs on what exists. A cluster without ACLs grants everything.
     *
     * @throws KafkaDoorException if something is not granted; the message names operations and topics
     */
    public static void require(KafkaAccess access, Role.Job job) {
        try (AdminDoor admin = AdminDoor.open(access)) {
            List<String> missing = missing(admin, topicGrants(job));
            if (!missing.isEmpty()) {
                throw new KafkaDoorException("Kafka at " + access.bootstrapServers() + " does not grant the job "
                        + named(missing) + ": `cradle topics acl` says what each role needs and can grant it");
            }
            OwnPermissions.requireGroup(admin, job.group());
            if (job.delivery() instanceof Role.Job.ExactlyOnce exactlyOnce) {
                OwnPermissions.requireTransactionalId(admin, exactlyOnce.transactionalIdPrefix() + "-0-1");
            }
        }
    }

    private static List<Grant> topicGrants(Role.Job job) {
        return job.grants().stream()
                .filter(grant -> grant.type() == ResourceType.TOPIC)
                .toList();
    }

    private static List<String> missing(AdminDoor admin, List<Grant> needed) {
        Map<String, Set<AclOperation>> permitted = OwnPermissions.onTopics(
                admin, needed.stream().map(Grant::name).distinct().toList());
        return needed.stream()
                .filter(grant -> permitted.containsKey(grant.name())
                        && !permitted.get(grant.name()).contains(grant.operation()))
                .map(grant -> SecurityUtils.operationName(grant.operation()) + " on topic " + grant.name())
                .toList();
    }

    private static String named(List<String> missing) {
        int more = missing.size() - NAMED_MOST;
        Stream<String> rest = more > 0 ? Stream.of("and " + more + " more") : Stream.empty();
        return String.join(
                ", ", Stream.concat(missing.stream().limit(NAMED_MOST), rest).toList());
    }
}

package io.cradle.connectors.kafka.acl;

import io.cradle.connectors.kafka.schemas.SchemaTopic;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.OutputTopic;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourceType;

/** What the job needs: what it was seen to ask for, and nothing more. */
final class JobGrants {
    private JobGrants() {}

    static List<Grant> of(Role.Job job) {
        List<String> inputs =
                Arrays.stream(InputTopic.values()).map(InputTopic::topicName).toList();
        List<String> outputs =
                Arrays.stream(OutputTopic.values()).map(OutputTopic::topicName).toList();
        return Grants.of(
                Grants.each(List.of(SchemaTopic.NAME), AclOperation.READ, AclOperation.DESCRIBE_CONFIGS),
                // Ticks are written to the inputs.
                Grants.each(inputs, AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE_CONFIGS),
                Grants.each(outputs, AclOperation.WRITE, AclOperation.DESCRIBE_CONFIGS),
                List.of(new Grant(ResourceType.GROUP, job.group(), PatternType.LITERAL, AclOperation.READ)),
                transactions(job.delivery(), outputs));
    }

    private static List<Grant> transactions(Role.Job.Delivery delivery, List<String> outputs) {
        if (!(delivery instanceof Role.Job.ExactlyOnce exactlyOnce)) {
            return List.of();
        }
        return Grants.of(
                // The dash keeps apart two jobs of which one's prefix begins with the other's.
                List.of(new Grant(
                        ResourceType.TRANSACTIONAL_ID,
                        exactlyOnce.transactionalIdPrefix() + "-",
                        PatternType.PREFIXED,
                        AclOperation.WRITE)),
                // Who has left transactions open there is told to those only who may read.
                Grants.read(outputs),
                // The brokers' limit of the transaction timeout.
                List.of(new Grant(
                        ResourceType.CLUSTER,
                        Resource.CLUSTER_NAME,
                        PatternType.LITERAL,
                        AclOperation.DESCRIBE_CONFIGS)));
    }
}

package io.cradle.connectors.kafka.acl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class AclCommandTest {
    @Test
    void namesWhatTheToolWants() {
        assertEquals(
                "kafka-acls --bootstrap-server k:1 --add --allow-principal User:job --operation DescribeConfigs --topic t",
                AclCommand.add(
                        "k:1", Grant.onTopic("t", AclOperation.DESCRIBE_CONFIGS).to("User:job")));
        assertEquals(
                "kafka-acls --bootstrap-server k:1 --remove --force --allow-principal User:job --operation Write"
                        + " --transactional-id job- --resource-pattern-type prefixed",
                AclCommand.remove(
                        "k:1",
                        new Grant(ResourceType.TRANSACTIONAL_ID, "job-", PatternType.PREFIXED, AclOperation.WRITE)
                                .to("User:job")));
    }

    @Test
    void aShellReadsNothingIntoNames() {
        assertEquals(
                "kafka-acls --bootstrap-server k:1 --add --allow-principal 'User:CN=a b,O=o'\\''o' --operation Read"
                        + " --group '$(x)'",
                AclCommand.add(
                        "k:1",
                        new Grant(ResourceType.GROUP, "$(x)", PatternType.LITERAL, AclOperation.READ)
                                .to("User:CN=a b,O=o'o")));
    }
}

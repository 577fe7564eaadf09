package io.cradle.connectors.kafka.acl;

import io.cradle.connectors.kafka.schemas.SchemaTopic;
import io.cradle.connectors.kafka.topics.CradleTopics;
import io.cradle.connectors.kafka.topics.TopicDefinition;
import io.cradle.connectors.kafka.topics.TopicSettings;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;

/** What creating and checking the topics needs. Altering or deleting a topic is nobody's role. */
final class AdministratorGrants {
    private AdministratorGrants() {}

    static List<Grant> all() {
        List<String> records = CradleTopics.all(TopicSettings.defaults()).stream()
                .filter(topic -> topic.role() != TopicDefinition.Role.SCHEMAS)
                .map(TopicDefinition::name)
                .toList();
        return Grants.of(
                Grants.each(
                        List.of(SchemaTopic.NAME),
                        AclOperation.CREATE,
                        AclOperation.DESCRIBE_CONFIGS,
                        AclOperation.READ,
                        AclOperation.WRITE),
                Grants.each(records, AclOperation.CREATE, AclOperation.DESCRIBE, AclOperation.DESCRIBE_CONFIGS));
    }
}

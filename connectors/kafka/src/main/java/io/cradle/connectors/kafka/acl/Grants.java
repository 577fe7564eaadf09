package io.cradle.connectors.kafka.acl;

import io.cradle.connectors.kafka.schemas.SchemaTopic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** Grants that several roles are made of. Reading and writing a topic imply describing it, so that is never granted. */
final class Grants {
    private Grants() {}

    @SafeVarargs
    static List<Grant> of(Collection<Grant>... parts) {
        LinkedHashSet<Grant> once = new LinkedHashSet<>();
        for (Collection<Grant> part : parts) {
            once.addAll(part);
        }
        return List.copyOf(once);
    }

    static List<Grant> read(Collection<String> topics) {
        return each(topics, AclOperation.READ);
    }

    static List<Grant> write(Collection<String> topics) {
        return each(topics, AclOperation.WRITE);
    }

    static List<Grant> each(Collection<String> topics, AclOperation... operations) {
        List<Grant> grants = new ArrayList<>();
        for (String topic : topics) {
            for (AclOperation operation : operations) {
                grants.add(Grant.onTopic(topic, operation));
            }
        }
        return grants;
    }

    /** Whoever reads or writes values needs their schemas. */
    static List<Grant> schemas() {
        return read(List.of(SchemaTopic.NAME));
    }

    static Grant groups(String prefix) {
        return new Grant(ResourceType.GROUP, prefix, PatternType.PREFIXED, AclOperation.READ);
    }
}

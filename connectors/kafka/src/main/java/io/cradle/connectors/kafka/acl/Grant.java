package io.cradle.connectors.kafka.acl;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One thing that may be done, from any host.
 *
 * @param type to what kind of thing
 * @param name its name, or what its name begins with
 * @param pattern which of the two
 * @param operation what may be done
 */
public record Grant(ResourceType type, String name, PatternType pattern, AclOperation operation) {
    static final String ANY_HOST = "*";

    static Grant onTopic(String topic, AclOperation operation) {
        return new Grant(ResourceType.TOPIC, topic, PatternType.LITERAL, operation);
    }

    /** The same as an ACL of a principal. */
    public AclBinding to(String principal) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW));
    }
}

package io.cradle.connectors.kafka.acl;

import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.utils.SecurityUtils;

/** ACLs as command lines of Kafka's own tool. */
public final class AclCommand {
    private AclCommand() {}

    /** The command that adds an ACL. */
    public static String add(String bootstrapServers, AclBinding acl) {
        return line(bootstrapServers, "--add", acl);
    }

    /** The command that removes an ACL. */
    public static String remove(String bootstrapServers, AclBinding acl) {
        return line(bootstrapServers, "--remove --force", acl);
    }

    private static String line(String bootstrapServers, String action, AclBinding acl) {
        String host = acl.entry().host().equals(Grant.ANY_HOST)
                ? ""
                : " --allow-host " + quoted(acl.entry().host());
        return "kafka-acls --bootstrap-server " + bootstrapServers + " " + action + " --allow-principal "
                + quoted(acl.entry().principal()) + host + " --operation "
                + SecurityUtils.operationName(acl.entry().operation()) + resource(acl);
    }

    private static String resource(AclBinding acl) {
        String name = quoted(acl.pattern().name());
        String prefixed =
                acl.pattern().patternType() == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "";
        return switch (acl.pattern().resourceType()) {
            case TOPIC -> " --topic " + name + prefixed;
            case GROUP -> " --group " + name + prefixed;
            case TRANSACTIONAL_ID -> " --transactional-id " + name + prefixed;
            case CLUSTER -> " --cluster";
            case DELEGATION_TOKEN -> " --delegation-token " + name;
            case USER -> " --user-principal " + name;
            case UNKNOWN, ANY -> throw new IllegalStateException("no ACL can be about " + acl.pattern());
        };
    }

    /** As a shell wants it, whatever a name holds. */
    private static String quoted(String name) {
        return name.matches("[\\w.:/=,@-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}

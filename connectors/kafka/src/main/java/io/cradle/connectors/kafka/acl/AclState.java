package io.cradle.connectors.kafka.acl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePattern;

/**
 * What a cluster grants some principals, compared with what they need.
 *
 * @param missing needed, and not allowed by anything
 * @param denied denials that take away something that is needed
 * @param tooWide allowed, and not needed by any role
 */
public record AclState(List<AclBinding> missing, List<AclBinding> denied, List<AclBinding> tooWide) {
    static final String EVERYBODY = "User:*";

    /** Whether everybody has exactly what is needed. */
    public boolean isRight() {
        return missing.isEmpty() && denied.isEmpty() && tooWide.isEmpty();
    }

    /**
     * Compares.
     *
     * @param wanted what is needed
     * @param actual every ACL of those principals and of everybody
     */
    static AclState between(Collection<AclBinding> wanted, Collection<AclBinding> actual) {
        Set<AclBinding> needed = new LinkedHashSet<>(wanted);
        List<AclBinding> missing = new ArrayList<>();
        Set<AclBinding> denied = new LinkedHashSet<>();
        for (AclBinding need : needed) {
            if (actual.stream().noneMatch(acl -> is(acl, AclPermissionType.ALLOW) && covers(acl, need))) {
                missing.add(need);
            }
            actual.stream()
                    .filter(acl -> is(acl, AclPermissionType.DENY) && covers(acl, need))
                    .forEach(denied::add);
        }
        List<AclBinding> tooWide = actual.stream()
                .filter(acl -> is(acl, AclPermissionType.ALLOW) && !needed.contains(acl) && concerns(acl, needed))
                .toList();
        return new AclState(missing, List.copyOf(denied), tooWide);
    }

    private static boolean is(AclBinding acl, AclPermissionType permission) {
        return acl.entry().permissionType() == permission;
    }

    private static boolean covers(AclBinding acl, AclBinding need) {
        boolean principal = acl.entry().principal().equals(need.entry().principal())
                || acl.entry().principal().equals(EVERYBODY);
        // A denial at some hosts takes something away; a permission at some hosts may not be enough.
        boolean host = acl.entry().host().equals(Grant.ANY_HOST) || is(acl, AclPermissionType.DENY);
        AclOperation operation = acl.entry().operation();
        return principal
                && host
                && (operation == AclOperation.ALL || operation == need.entry().operation())
                && includes(acl.pattern(), need.pattern());
    }

    private static boolean includes(ResourcePattern wide, ResourcePattern narrow) {
        if (wide.resourceType() != narrow.resourceType()) {
            return false;
        }
        return switch (wide.patternType()) {
            case PREFIXED -> narrow.name().startsWith(wide.name());
            case LITERAL ->
                wide.name().equals(ResourcePattern.WILDCARD_RESOURCE)
                        || (wide.name().equals(narrow.name()) && wide.patternType() == narrow.patternType());
            case UNKNOWN, ANY, MATCH -> false;
        };
    }

    /** What everybody may do elsewhere is not Cradle's business. */
    private static boolean concerns(AclBinding acl, Set<AclBinding> needed) {
        return !acl.entry().principal().equals(EVERYBODY)
                || needed.stream().anyMatch(need -> includes(acl.pattern(), need.pattern()));
    }
}

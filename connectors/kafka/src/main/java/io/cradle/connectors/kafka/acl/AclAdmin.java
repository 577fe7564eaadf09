package io.cradle.connectors.kafka.acl;

import io.cradle.connectors.kafka.AdminDoor;
import io.cradle.connectors.kafka.KafkaAccess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/** Compares and grants ACLs; nothing is ever taken away. Failures are {@code KafkaDoorException}s. */
public final class AclAdmin {
    private AclAdmin() {}

    /** Compares what principals need with what the cluster grants them. */
    public static AclState compare(KafkaAccess access, Collection<AclBinding> wanted) {
        try (AdminDoor admin = AdminDoor.open(access)) {
            return compare(admin, wanted);
        }
    }

    /**
     * Grants what is missing.
     *
     * @return what was granted; empty where nothing was missing
     */
    public static List<AclBinding> grant(KafkaAccess access, Collection<AclBinding> wanted) {
        try (AdminDoor admin = AdminDoor.open(access)) {
            List<AclBinding> missing = compare(admin, wanted).missing();
            if (!missing.isEmpty()) {
                admin.ask("granting", AclOperation.ALTER, asked -> asked.createAcls(missing)
                        .all());
            }
            return missing;
        }
    }

    private static AclState compare(AdminDoor admin, Collection<AclBinding> wanted) {
        TreeSet<String> principals = new TreeSet<>();
        wanted.forEach(acl -> principals.add(acl.entry().principal()));
        principals.add(AclState.EVERYBODY);
        List<AclBinding> actual = new ArrayList<>();
        principals.forEach(principal -> actual.addAll(acls(admin, principal)));
        return AclState.between(wanted, actual);
    }

    private static Collection<AclBinding> acls(AdminDoor admin, String principal) {
        AclBindingFilter filter = new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter(principal, null, AclOperation.ANY, AclPermissionType.ANY));
        return admin.ask("reading ACLs", AclOperation.DESCRIBE, asked -> asked.describeAcls(filter)
                .values());
    }
}

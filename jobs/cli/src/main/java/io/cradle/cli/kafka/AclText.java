package io.cradle.cli.kafka;

import java.util.Locale;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.utils.SecurityUtils;

/** An ACL in words. */
final class AclText {
    private AclText() {}

    /** Such as {@code User:cradle-job may Read topic meter-readings}. */
    static String of(AclBinding acl) {
        String may = acl.entry().permissionType() == AclPermissionType.DENY ? " may not " : " may ";
        String names = acl.pattern().patternType() == PatternType.PREFIXED ? "s that begin with " : " ";
        String hosts =
                acl.entry().host().equals("*") ? "" : " from " + acl.entry().host();
        return acl.entry().principal() + may
                + SecurityUtils.operationName(acl.entry().operation()) + " "
                + SecurityUtils.resourceTypeName(acl.pattern().resourceType()).toLowerCase(Locale.ROOT) + names
                + acl.pattern().name() + hosts;
    }
}

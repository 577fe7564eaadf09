package io.cradle.connectors.kafka.acl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.kafka.KafkaDoorException;
import io.cradle.schemas.wire.InputTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.utils.SecurityUtils;
import org.junit.jupiter.api.Test;

/** What roles are granted, and that the documentation says exactly that. */
class RoleTableTest {
    private static final List<Role> ROLES = List.of(
            new Role.Job("cradle", new Role.Job.AtLeastOnce()),
            new Role.Administrator(),
            new Role.Supplier(Set.of(InputTopic.METER_READINGS)),
            new Role.Reader("cradle-reader-"),
            new Role.Auditor(),
            new Role.Corrector());

    @Test
    void theDocumentationSaysWhatIsGranted() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "security.md"));
        StringBuilder table = new StringBuilder();
        for (Role role : ROLES) {
            table.append(rows(role.name(), role.grants()));
            if (role instanceof Role.Job) {
                table.append(rows("job, for exactly-once also", forTransactions()));
            }
        }
        assertTrue(page.contains(table), () -> "docs/security.md must hold\n" + table);
    }

    @Test
    void nobodyMayAlterOrDelete() {
        EnumSet<AclOperation> asked = EnumSet.of(
                AclOperation.READ,
                AclOperation.WRITE,
                AclOperation.CREATE,
                AclOperation.DESCRIBE,
                AclOperation.DESCRIBE_CONFIGS);
        ROLES.forEach(role -> role.grants().forEach(grant -> {
            assertTrue(asked.contains(grant.operation()), () -> role.name() + ": " + grant);
            assertTrue(!grant.name().equals("*") && !grant.name().isBlank(), () -> role.name() + ": " + grant);
        }));
    }

    @Test
    void withoutTransactionsNothingIsGrantedForThem() {
        List<Grant> more = forTransactions();
        assertEquals(7, more.size(), more::toString);
    }

    @Test
    void aSupplierOfNothingIsRefused() {
        assertThrows(KafkaDoorException.class, () -> new Role.Supplier(Set.of()));
    }

    private static List<Grant> forTransactions() {
        List<Grant> more = new ArrayList<>(new Role.Job("cradle", new Role.Job.ExactlyOnce("cradle")).grants());
        more.removeAll(new Role.Job("cradle", new Role.Job.AtLeastOnce()).grants());
        return more;
    }

    private static String rows(String who, List<Grant> grants) {
        StringBuilder rows = new StringBuilder();
        byOperations(grants).forEach((operations, names) -> rows.append("| ")
                .append(who)
                .append(" | ")
                .append(operations)
                .append(" | ")
                .append(names)
                .append(" |\n"));
        return rows.toString();
    }

    /** What may be done, to the names of everything that it may be done to. */
    private static Map<String, String> byOperations(List<Grant> grants) {
        Map<String, String> operations = new LinkedHashMap<>();
        grants.forEach(grant -> operations.merge(
                resource(grant), SecurityUtils.operationName(grant.operation()), (all, one) -> all + ", " + one));
        Map<String, String> names = new LinkedHashMap<>();
        operations.forEach((resource, all) -> names.merge(all, resource, (before, one) -> before + ", " + one));
        return names;
    }

    private static String resource(Grant grant) {
        String type = SecurityUtils.resourceTypeName(grant.type())
                .toLowerCase(Locale.ROOT)
                .replaceAll("id$", " id");
        return (type.equals("topic") ? "" : type + " ") + "`" + grant.name()
                + (grant.pattern() == PatternType.PREFIXED ? "…" : "") + "`";
    }
}

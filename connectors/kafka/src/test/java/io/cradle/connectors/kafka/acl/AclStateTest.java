package io.cradle.connectors.kafka.acl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class AclStateTest {
    private static final AclBinding NEED = allow("User:a", "topic", PatternType.LITERAL, AclOperation.READ);

    @Test
    void exactlyWhatIsNeededIsRight() {
        assertTrue(AclState.between(List.of(NEED), List.of(NEED)).isRight());
    }

    @Test
    void nothingIsMissing() {
        assertEquals(new AclState(List.of(NEED), List.of(), List.of()), AclState.between(List.of(NEED), List.of()));
    }

    @Test
    void moreThanIsNeededIsTooWideAndNotMissing() {
        for (AclBinding wide : List.of(
                allow("User:a", "*", PatternType.LITERAL, AclOperation.READ),
                allow("User:a", "top", PatternType.PREFIXED, AclOperation.READ),
                allow("User:a", "topic", PatternType.LITERAL, AclOperation.ALL),
                allow("User:*", "topic", PatternType.LITERAL, AclOperation.READ))) {
            assertEquals(
                    new AclState(List.of(), List.of(), List.of(wide)),
                    AclState.between(List.of(NEED), List.of(wide)),
                    wide::toString);
        }
    }

    @Test
    void somethingElseIsTooWideAndDoesNotHelp() {
        for (AclBinding other : List.of(
                allow("User:a", "topics", PatternType.LITERAL, AclOperation.READ),
                allow("User:a", "topics", PatternType.PREFIXED, AclOperation.READ),
                allow("User:a", "topic", PatternType.LITERAL, AclOperation.WRITE),
                binding(
                        "User:a",
                        "10.0.0.1",
                        "topic",
                        PatternType.LITERAL,
                        AclOperation.READ,
                        AclPermissionType.ALLOW))) {
            assertEquals(
                    new AclState(List.of(NEED), List.of(), List.of(other)),
                    AclState.between(List.of(NEED), List.of(other)),
                    other::toString);
        }
    }

    @Test
    void whatEverybodyMayDoElsewhereIsNotOurs() {
        AclBinding elsewhere = allow("User:*", "elsewhere", PatternType.LITERAL, AclOperation.ALL);
        assertTrue(AclState.between(List.of(NEED), List.of(NEED, elsewhere)).isRight());
    }

    @Test
    void aDenialIsSaid() {
        AclBinding denial =
                binding("User:*", "*", "to", PatternType.PREFIXED, AclOperation.ALL, AclPermissionType.DENY);
        assertEquals(
                new AclState(List.of(), List.of(denial), List.of()),
                AclState.between(List.of(NEED), List.of(NEED, denial)));
    }

    private static AclBinding allow(String principal, String topic, PatternType pattern, AclOperation operation) {
        return binding(principal, "*", topic, pattern, operation, AclPermissionType.ALLOW);
    }

    private static AclBinding binding(
            String principal,
            String host,
            String topic,
            PatternType pattern,
            AclOperation operation,
            AclPermissionType permission) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, pattern),
                new AccessControlEntry(principal, host, operation, permission));
    }
}

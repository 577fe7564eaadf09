package io.cradle.testkit.broker;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/**
 * Kafka's own authorizer, which also remembers what principals asked for: so that a test can compare what is granted
 * with what is used. Questions that only list what a principal may do are not remembered.
 */
public final class RecordingAuthorizer extends StandardAuthorizer {
    private static final Set<Asked> ASKED = ConcurrentHashMap.newKeySet();

    /**
     * Something that a principal wanted to do.
     *
     * @param principal such as {@code User:cradle-job}
     * @param type what kind of thing it wanted to do it to
     * @param resource its name
     * @param operation what it wanted to do
     * @param allowed whether it was
     */
    public record Asked(
            String principal, ResourceType type, String resource, AclOperation operation, boolean allowed) {}

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext context, List<Action> actions) {
        List<AuthorizationResult> results = super.authorize(context, actions);
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            if (action.logIfAllowed()) {
                ASKED.add(new Asked(
                        context.principal().toString(),
                        action.resourcePattern().resourceType(),
                        action.resourcePattern().name(),
                        action.operation(),
                        results.get(i) == AuthorizationResult.ALLOWED));
            }
        }
        return results;
    }

    /** What was asked of all brokers in this JVM so far. */
    static Set<Asked> asked() {
        return Set.copyOf(ASKED);
    }

    static void forget() {
        ASKED.clear();
    }
}

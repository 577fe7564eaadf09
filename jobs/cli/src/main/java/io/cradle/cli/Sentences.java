package io.cradle.cli;

import io.cradle.connectors.files.FileFormatException;
import io.cradle.connectors.kafka.KafkaDoorException;
import io.cradle.rollup.config.SettingException;
import io.cradle.rollup.settle.UnreadableStateException;
import io.cradle.testkit.broker.BrokerStartException;
import io.cradle.testkit.cluster.ClusterException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.util.SerializedThrowable;

/** Finds the sentence for the user behind a failure, however deep a job has wrapped it. */
final class Sentences {
    /** Failures whose messages were written for the user. */
    private static final List<Class<? extends Throwable>> WRITTEN_FOR_USERS = List.of(
            CommandException.class,
            SettingException.class,
            UnreadableStateException.class,
            FileFormatException.class,
            KafkaDoorException.class,
            BrokerStartException.class,
            ClusterException.class);

    private Sentences() {}

    static Optional<String> behind(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable at = failure; at != null && seen.add(at); at = at.getCause()) {
            Throwable original = SerializedThrowable.get(at, Sentences.class.getClassLoader());
            if (WRITTEN_FOR_USERS.contains(original.getClass())) {
                return Optional.of(original.getMessage());
            }
        }
        return Optional.empty();
    }

    /** The innermost cause on one line. */
    static String shortly(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        String name = innermost.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? name
                : name + ": " + message.lines().findFirst().orElse("");
    }
}

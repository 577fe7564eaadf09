package io.cradle.connectors.kafka;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** A broker, topic or schema is not as Cradle needs it; the message says what, where and what would be right. */
public final class KafkaDoorException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public KafkaDoorException(String sentence) {
        super(sentence);
    }

    public KafkaDoorException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /**
     * Says why a call to a broker failed.
     *
     * @param doing what was being done, such as {@code listing topics}
     */
    public static KafkaDoorException of(String doing, KafkaAccess access, Throwable failure) {
        Throwable cause = unwrapped(failure);
        if (cause instanceof KafkaDoorException already) {
            return already;
        }
        String at = " at " + access.bootstrapServers();
        if (cause instanceof TimeoutException) {
            return new KafkaDoorException(
                    doing + ": no answer from Kafka" + at + " in time: " + cause.getMessage(), cause);
        }
        if (cause instanceof AuthenticationException) {
            return new KafkaDoorException(
                    doing + ": Kafka" + at + " does not accept the credentials: " + cause.getMessage(), cause);
        }
        if (cause instanceof AuthorizationException) {
            return new KafkaDoorException(doing + ": Kafka" + at + " does not permit it: " + cause.getMessage(), cause);
        }
        return new KafkaDoorException(doing + ": Kafka" + at + " failed: " + cause.getMessage(), cause);
    }

    private static Throwable unwrapped(Throwable failure) {
        boolean wrapper = failure instanceof ExecutionException || failure instanceof CompletionException;
        return wrapper && failure.getCause() != null ? unwrapped(failure.getCause()) : failure;
    }
}

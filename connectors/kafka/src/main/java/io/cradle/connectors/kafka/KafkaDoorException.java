package io.cradle.connectors.kafka;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.acl.AclOperation;

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
     * Says why connecting failed.
     *
     * @param doing what was being done, such as {@code connecting}
     */
    public static KafkaDoorException of(String doing, KafkaAccess access, Throwable failure) {
        return of(doing, AclOperation.UNKNOWN, access, failure);
    }

    /**
     * Says why a call to a broker failed.
     *
     * @param doing what was being done, such as {@code describing topics}
     * @param needed what must be granted for it, to be named where it is not
     */
    public static KafkaDoorException of(String doing, AclOperation needed, KafkaAccess access, Throwable failure) {
        Throwable cause = unwrapped(failure);
        if (cause instanceof KafkaDoorException already) {
            return already;
        }
        return new KafkaDoorException(
                doing + ": " + FailureText.of(cause, "Kafka at " + access.bootstrapServers(), needed), cause);
    }

    private static Throwable unwrapped(Throwable failure) {
        boolean wrapper = failure instanceof ExecutionException || failure instanceof CompletionException;
        return wrapper && failure.getCause() != null ? unwrapped(failure.getCause()) : failure;
    }
}

package io.cradle.connectors.kafka;

import java.time.Duration;

/**
 * How results are written.
 *
 * @param access the cluster
 * @param delivery whether readers may see a publication twice after a failure
 */
public record KafkaSinkSettings(KafkaAccess access, Delivery delivery) {

    /** What a failure may do to the records of the sink. */
    public sealed interface Delivery {}

    /** A record may be there twice; readers keep the largest asOf, so nothing is wrong. */
    public record AtLeastOnce() implements Delivery {}

    /**
     * Records become visible with the checkpoint after them.
     *
     * @param transactionalIdPrefix names the job among all that write to the cluster; must not change while it
     *     lives, and not begin the prefix of another job, whose open transactions would be taken for its own
     * @param timeout how long a transaction may stay open: more than the longest time between two completed
     *     checkpoints, restarts included, and not more than the broker's {@code transaction.max.timeout.ms}
     */
    public record ExactlyOnce(String transactionalIdPrefix, Duration timeout) implements Delivery {
        /** Below the broker's default limit of 15 minutes. */
        public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

        public ExactlyOnce {
            if (transactionalIdPrefix.isBlank()) {
                throw new KafkaDoorException(
                        "the prefix of transactional ids is empty, must be a name that no other job uses");
            }
            if (timeout.toMillis() < 1) {
                throw new KafkaDoorException("the transaction timeout is " + timeout + ", must be more than zero");
            }
        }
    }

    public static KafkaSinkSettings atLeastOnce(KafkaAccess access) {
        return new KafkaSinkSettings(access, new AtLeastOnce());
    }

    public static KafkaSinkSettings exactlyOnce(KafkaAccess access, String transactionalIdPrefix) {
        return exactlyOnce(access, transactionalIdPrefix, ExactlyOnce.DEFAULT_TIMEOUT);
    }

    public static KafkaSinkSettings exactlyOnce(KafkaAccess access, String transactionalIdPrefix, Duration timeout) {
        return new KafkaSinkSettings(access, new ExactlyOnce(transactionalIdPrefix, timeout));
    }
}

package io.cradle.connectors.kafka.ticker;

import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.KafkaDoorException;

/**
 * How ticks are sent.
 *
 * @param access the cluster
 * @param intervalMs time between two ticks of a partition, ms: half an epoch, so that every epoch has one
 */
public record TickerSettings(KafkaAccess access, long intervalMs) {
    public TickerSettings {
        if (intervalMs < 1) {
            throw new KafkaDoorException("the interval between ticks is " + intervalMs + " ms, must be at least 1");
        }
    }
}

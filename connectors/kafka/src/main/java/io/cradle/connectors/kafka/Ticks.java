package io.cradle.connectors.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How a tick stands in a topic: no key, an empty value, and a reserved header. */
public final class Ticks {
    public static final String HEADER = "cradle-tick";

    private Ticks() {}

    /** Whether a record is a tick. */
    public static boolean isTick(ConsumerRecord<byte[], byte[]> message) {
        return message.headers().lastHeader(HEADER) != null;
    }
}

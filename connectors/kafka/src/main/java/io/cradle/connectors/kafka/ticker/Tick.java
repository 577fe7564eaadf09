package io.cradle.connectors.kafka.ticker;

/**
 * A tick on its way out.
 *
 * @param topic name of an input topic
 * @param partition one of its partitions
 */
public record Tick(String topic, int partition) {}

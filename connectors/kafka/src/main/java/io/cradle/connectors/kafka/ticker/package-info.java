/**
 * The ticker: the part of the job that appends ticks to the input topics, so that silent partitions do not hold time
 * back. What a tick looks like is in the room above; what a watermark does with it is not decided here.
 */
package io.cradle.connectors.kafka.ticker;

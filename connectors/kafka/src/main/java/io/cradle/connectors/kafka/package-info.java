/**
 * Doors to Kafka: how to reach a broker, the source of the input log, the sink of the results, and plain publishers and
 * readers beside the job. Bytes go through as they are; what a record says is decided by intake and emit. Topic
 * definitions, schema registration and the ticker have rooms of their own below.
 */
package io.cradle.connectors.kafka;

/**
 * Schemas of the topics' values, kept in the topic {@code _schemas} in the storage format that schema registries use:
 * registering, reading, and serving them over HTTP to tools. How a value is framed is in {@code io.cradle.schemas.wire}.
 */
package io.cradle.connectors.kafka.schemas;

/**
 * The topics that Cradle needs: their definitions, creating what is missing, and saying what differs. Nothing here
 * changes or deletes a topic that exists.
 */
package io.cradle.connectors.kafka.topics;

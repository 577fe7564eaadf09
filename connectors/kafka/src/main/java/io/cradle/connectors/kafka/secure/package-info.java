/**
 * What must not leave a machine: unencrypted connections to elsewhere, and secrets in what a job ships or prints.
 * Nothing here connects or knows a secret; it only says what is wrong with client properties.
 */
package io.cradle.connectors.kafka.secure;

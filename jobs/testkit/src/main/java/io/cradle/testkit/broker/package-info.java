/**
 * A real Kafka broker inside this JVM, for tests and for the demonstration. What is written to it is not known here:
 * topics and records belong to the Kafka connector.
 */
package io.cradle.testkit.broker;

/**
 * Commands about a Kafka cluster: its topics, what is put into them, the job that reads them and their schemas. How
 * topics are defined and records framed is the connector's business.
 */
package io.cradle.cli.kafka;

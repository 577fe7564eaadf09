/**
 * A real cluster on this machine, every part a process of its own: Kafka brokers, Flink's JobManager with the job in it,
 * TaskManagers. Their configuration is what {@code docker/} ships; only addresses and directories are given here. A
 * process that ends is started again, as a container would be, unless it is held down on purpose. Topics and records are
 * not known here.
 */
package io.cradle.testkit.cluster;

/**
 * The whole of Cradle on this machine as separate processes: brokers with their topics, and a Flink cluster with the job
 * in it. How a process is started and supervised is the testkit's business; what befalls it, the chaos room's.
 */
package io.cradle.cli.cluster;

/** Flink inside this process: a cluster of one, and a job on it. What the job does is not known here. */
package io.cradle.cli.job;

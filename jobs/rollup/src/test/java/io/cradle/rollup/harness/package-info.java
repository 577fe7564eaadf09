/** Runs the job's own operators on generated logs, without a cluster. */
package io.cradle.rollup.harness;

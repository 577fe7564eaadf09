/**
 * Runs the job on generated logs, from its bare operators to whole jobs on files and on a broker, and holds what it wrote
 * against the oracle. The oracle, the generators and the broker live in the testkit.
 */
package io.cradle.rollup.harness;

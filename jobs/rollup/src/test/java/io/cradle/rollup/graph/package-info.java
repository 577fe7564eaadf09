/** The graph of the job as Flink sees it: names under which state is found again, and types that Flink can keep. */
package io.cradle.rollup.graph;

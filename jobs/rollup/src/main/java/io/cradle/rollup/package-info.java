/** The Flink job: which doors it opens, and the graph between them. */
package io.cradle.rollup;

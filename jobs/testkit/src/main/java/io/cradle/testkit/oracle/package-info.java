/**
 * The naive oracle: what every figure must be, computed from scratch and dense from the whole log, written from
 * {@code docs/figures.md}. It judges everything that Cradle publishes, so it is slow and obvious on purpose and shares
 * nothing with the engine but the contracts. No speed, no incremental state, no Kafka and no Flink live here; logs to
 * try it on come from {@code generate}.
 */
package io.cradle.testkit.oracle;

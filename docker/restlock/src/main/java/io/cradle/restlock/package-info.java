/**
 * A lock on Flink's HTTP interface: what changes the cluster is refused before Flink sees it, with the few exceptions that
 * upgrades need. Flink finds it by itself in {@code lib/}; nothing of Cradle's job is here.
 */
package io.cradle.restlock;

/**
 * The door to CSV and JSON Lines files, for bounded runs: what all its rooms share. {@code rows} turns text into cells,
 * {@code input} cells into log records, {@code source} and {@code sink} hang both ends on a Flink job. What a record
 * means, and whether its amounts make sense, is not decided here.
 */
package io.cradle.connectors.files;

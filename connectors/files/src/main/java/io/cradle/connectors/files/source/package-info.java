/**
 * The files of a directory as a bounded Flink source: one split, read by one reader, so that the log keeps its order.
 * What the log holds is decided in {@code input}.
 */
package io.cradle.connectors.files.source;

/**
 * What every benchmark shares: its options, its course from first word to exit code, how it says where it is. What is
 * measured lives in a room of its own below, how it is told in {@code report}, how it is drawn in {@code plot}.
 */
package io.cradle.cli.bench;

/**
 * Records that are legal and extreme, and records that are broken: what no sender should send and some sender will.
 * Logs are made from a seed, so a failure is replayed by its number.
 */
package io.cradle.rollup.hostile;

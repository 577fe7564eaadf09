/**
 * Measures what checkpoints of a large network cost, at rest and while most of it is published anew, and how soon it
 * publishes right figures again after its TaskManager was killed. Whether all figures stay right is asked by the chaos
 * room.
 */
package io.cradle.cli.bench.recovery;

/**
 * Measures how old a reading is when a reader of product-footprints holds the figure that it changed: a network of which
 * some products are metered, a paced stream of readings, and a reader beside it. One clock: all of it on one machine.
 */
package io.cradle.cli.bench.freshness;

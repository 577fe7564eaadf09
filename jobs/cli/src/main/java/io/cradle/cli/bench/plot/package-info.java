/** Plots of what benchmarks found, as SVG files. Which points belong to a plot is the benchmark's business. */
package io.cradle.cli.bench.plot;

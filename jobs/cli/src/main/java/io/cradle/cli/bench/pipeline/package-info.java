/**
 * Measures the way of readings through the whole job against a consumer that does no more than decode them: what is
 * written, what reads it, and where the time went. Figures are ratios of one run on one machine.
 */
package io.cradle.cli.bench.pipeline;

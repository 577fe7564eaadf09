/**
 * What a benchmark found, for people (a table) and for programs (JSON): cases, their measurements, and the targets that
 * these must reach. Numbers only: nothing here measures.
 */
package io.cradle.cli.bench.report;

/**
 * What settling costs: the kernel of {@code io.cradle.core.linear} on realistic networks, against what memory allows and
 * against solvers that know nothing of the change before. One thread, no log, no facts.
 */
package io.cradle.cli.bench.settle;

/**
 * How cost grows with the size of a network and with the number of networks: whole supply networks with facts and
 * publications, in one JVM, without a log.
 */
package io.cradle.cli.bench.growth;

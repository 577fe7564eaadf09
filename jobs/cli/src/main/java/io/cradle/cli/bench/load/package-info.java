/** Brings a network into a running job before anything of it is measured. */
package io.cradle.cli.bench.load;

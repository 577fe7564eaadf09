/** From what core found to output records: the only place that builds Avro on the way out. */
package io.cradle.rollup.emit;

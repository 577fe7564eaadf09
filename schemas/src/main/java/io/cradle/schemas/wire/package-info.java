/**
 * How a record stands in the log: topic names, keys, framing, schema ids. What a record says is in the generated
 * classes beside this package; how bytes reach a broker or a file is the connectors' business.
 */
package io.cradle.schemas.wire;

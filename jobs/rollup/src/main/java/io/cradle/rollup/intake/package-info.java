/**
 * From raw records to changes: log time, decoding, and everything that can be judged on a record alone. What needs other
 * records is judged where they are, in {@code settle}.
 */
package io.cradle.rollup.intake;

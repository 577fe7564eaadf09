/**
 * Factors, gases, regions and supplier records: the leaves of every network, and which of them an input resolves to.
 * Amounts that are multiplied with them live in {@code activity} and {@code network}.
 */
package io.cradle.core.factor;

/**
 * What processes used, emitted and made, when: reporting periods, meter readings as intervals and registers, records, and
 * the account of a process in a period. Prices (factors) and graphs are in other rooms.
 */
package io.cradle.core.activity;

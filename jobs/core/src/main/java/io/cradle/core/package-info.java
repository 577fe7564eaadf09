/**
 * The domain of Cradle in plain Java: what is multiplied, added, weighted and settled. No engine, broker or wire format
 * is on this module's class path; facts come in as values, outcomes go out as values.
 */
package io.cradle.core;

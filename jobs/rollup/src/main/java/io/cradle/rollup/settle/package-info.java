/**
 * The one operator with domain state: waits for the end of an epoch, lets core settle it, keeps facts. Nothing here
 * multiplies or adds kilograms.
 */
package io.cradle.rollup.settle;

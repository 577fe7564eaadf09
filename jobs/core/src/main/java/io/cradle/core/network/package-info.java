/**
 * The graph of one supply network: facts in, rows of the linear system out, loops judged, figures settled. Time enters
 * only as values (the end of an epoch, the bounds of a period).
 */
package io.cradle.core.network;

/**
 * The linear system as numbers: nodes, edges, order, loops, values, and keeping them settled. Knows components and
 * coefficients; what a node stands for and why an edge is there is known in {@code network} alone.
 */
package io.cradle.core.linear;

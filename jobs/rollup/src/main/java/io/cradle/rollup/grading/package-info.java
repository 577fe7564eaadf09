/** Files of grading schemes and of categories of products, as values of the domain or as faults by row and cell. */
package io.cradle.rollup.grading;

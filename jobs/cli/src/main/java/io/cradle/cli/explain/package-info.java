/**
 * {@code cradle explain} and {@code cradle whatif}: a network rebuilt from its log with the rules of the job, what one of
 * its footprints comes from, and what would be if something were otherwise. Nothing is published.
 */
package io.cradle.cli.explain;

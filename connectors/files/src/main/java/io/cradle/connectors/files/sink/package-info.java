/**
 * What a run publishes, written as CSV files: which columns each file has, how figures and times are printed, and the
 * order of the rows. What is published, and when, is decided by the job.
 */
package io.cradle.connectors.files.sink;

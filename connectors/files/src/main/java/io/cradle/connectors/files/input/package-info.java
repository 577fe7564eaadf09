/**
 * From rows to log records: which files a directory holds, the order in which their rows enter the log and the log
 * times they get, deletions, the rows that form one bill, and rows that cannot be decoded. Whether a record makes sense
 * is judged by the job's intake; how a job reads the log is in {@code source}.
 */
package io.cradle.connectors.files.input;

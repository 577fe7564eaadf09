/**
 * Commands that list rejected records, show one, and publish it again once it is corrected. What makes a record wrong
 * is decided by the job's own intake, which is asked here too before anything is sent.
 */
package io.cradle.cli.rejected;

/**
 * Tables that people keep: CSV and Excel as they stand, every cell with its place. Unlike {@code rows} nothing is
 * demanded of columns or cells here, so that whoever reads a table can name all that is wrong with it at once.
 */
package io.cradle.connectors.files.sheet;

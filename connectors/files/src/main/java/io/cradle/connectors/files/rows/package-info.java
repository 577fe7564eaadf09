/**
 * From bytes to cells: file formats (CSV, gzip, JSON Lines), strict UTF-8, the columns of each topic and their header
 * rules, line numbers as an editor shows them. Nothing here knows what a row means or when it counts.
 */
package io.cradle.connectors.files.rows;

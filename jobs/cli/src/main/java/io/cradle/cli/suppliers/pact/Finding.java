package io.cradle.cli.suppliers.pact;

/**
 * Something found in a document.
 *
 * @param file name of the file
 * @param document its place in the file, from 1; 0 where the file as a whole is meant
 * @param path JSON path from the root of the file
 * @param what was found
 * @param right what would be right, or what becomes of it
 */
public record Finding(Severity severity, String file, int document, String path, String what, String right) {

    /** On one line: documents are quoted in it, and no control character of theirs reaches a terminal. */
    public String sentence() {
        String where = document == 0 ? file : file + ", document " + document + ", " + path;
        return (where + ": " + severity.word() + ": " + what + "; " + right).replaceAll("\\p{Cntrl}", " ");
    }
}

package io.cradle.connectors.files.rows;

/** A cell that does not hold what its column says; the message names the column, the text and what would be right. */
public final class UndecodableCell extends Exception {
    private static final long serialVersionUID = 1L;

    public UndecodableCell(String column, String complaint) {
        super("column " + column + ": " + complaint, null, false, false);
    }
}

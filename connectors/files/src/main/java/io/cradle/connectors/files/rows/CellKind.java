package io.cradle.connectors.files.rows;

/** What the text of a cell stands for. */
public enum CellKind {
    /** Text that goes over as it is; empty where the cell is. */
    TEXT,
    /** Text that goes over as it is; absent where the cell is empty. */
    OPTIONAL_TEXT,
    /** An ISO 8601 date. */
    DAY,
    /** An ISO 8601 instant with an offset. */
    INSTANT,
    /** Identifiers separated by semicolons or blanks. */
    IDENTIFIERS
}

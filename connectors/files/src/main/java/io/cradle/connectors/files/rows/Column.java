package io.cradle.connectors.files.rows;

/**
 * A column of a topic's file and the field of the topic's record that it fills.
 *
 * @param name the name in the header
 * @param kind what its cells hold
 * @param field position of the field in the record
 * @param nested position inside the record that the field holds (indicators, quality, a bill line), or {@link #NONE}
 */
public record Column(String name, CellKind kind, int field, int nested) {
    public static final int NONE = -1;

    public boolean isNested() {
        return nested != NONE;
    }
}

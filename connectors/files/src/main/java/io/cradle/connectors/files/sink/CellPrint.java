package io.cradle.connectors.files.sink;

import java.time.Instant;
import java.util.List;

/** Values as cells; null, an empty cell, where there is none. */
final class CellPrint {
    private CellPrint() {}

    /** The shortest decimal that reads back to the same double; there is one zero. */
    static String number(Double value) {
        // Adding 0.0 turns -0.0 into 0.0 and changes nothing else.
        return value == null ? null : Double.toString(value + 0.0);
    }

    /** ISO 8601 in UTC. */
    static String instant(Instant value) {
        return value == null ? null : value.toString();
    }

    static String list(List<String> values) {
        return String.join("; ", values);
    }
}

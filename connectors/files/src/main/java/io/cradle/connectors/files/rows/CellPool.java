package io.cradle.connectors.files.rows;

/**
 * Recently seen cells, so that a column of equal values costs one string: bills are held in memory until all their rows
 * are read, and networks, products and units repeat on every row. Bounded: a newer value takes the slot of an older.
 */
final class CellPool {
    private static final int SLOTS = 1 << 12;
    private static final int LONGEST_CHARS = 64;

    private final String[] pool = new String[SLOTS];

    String cell(char[] buffer, int offset, int length) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST_CHARS) {
            return new String(buffer, offset, length);
        }
        int slot = slot(buffer, offset, length);
        String seen = pool[slot];
        if (seen != null && equal(seen, buffer, offset, length)) {
            return seen;
        }
        String fresh = new String(buffer, offset, length);
        pool[slot] = fresh;
        return fresh;
    }

    private static int slot(char[] buffer, int offset, int length) {
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        return (hash ^ (hash >>> 12)) & (SLOTS - 1);
    }

    private static boolean equal(String seen, char[] buffer, int offset, int length) {
        if (seen.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (seen.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }
}

package io.cradle.connectors.files.rows;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The name that a misspelt one was probably meant to be. */
public final class NearestName {
    /** Characters of a name that are compared: no name is longer, and the comparison takes time for each. */
    private static final int LOOKED_AT = 100;

    private NearestName() {}

    /** The name with the smallest edit distance (case aside); of equally near ones the first. */
    public static String of(String written, List<String> names) {
        String lower =
                written.substring(0, Math.min(LOOKED_AT, written.length())).toLowerCase(Locale.ROOT);
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(lower, name)))
                .orElseThrow();
    }

    /** Levenshtein distance: the fewest single-character insertions, deletions and substitutions. */
    static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substituted, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}

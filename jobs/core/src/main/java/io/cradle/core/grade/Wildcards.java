package io.cradle.core.grade;

/** Patterns in which {@code *} stands for any text, none included. Takes no more time than the two lengths multiplied. */
final class Wildcards {
    static final char ANY = '*';

    private Wildcards() {}

    static boolean match(String pattern, String text) {
        int p = 0;
        int t = 0;
        int afterStar = -1;
        int retryFrom = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == ANY) {
                afterStar = ++p;
                retryFrom = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (afterStar >= 0) {
                p = afterStar;
                t = ++retryFrom;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == ANY) {
            p++;
        }
        return p == pattern.length();
    }
}

package io.cradle.core.network;

import java.util.Collection;
import java.util.List;

/** What an assumption speaks of is not there, or cannot be so. */
public final class AssumptionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String written;
    private final List<String> known;
    private int place = -1;

    /**
     * @param sentence what is wrong
     * @param written the name that nothing goes by, or null
     * @param known the names that would do
     */
    AssumptionException(String sentence, String written, Collection<String> known) {
        super(sentence);
        this.written = written;
        this.known = List.copyOf(known);
    }

    AssumptionException(String sentence) {
        this(sentence, null, List.of());
    }

    AssumptionException at(int placeOfAssumption) {
        place = placeOfAssumption;
        return this;
    }

    /** Which of the assumptions it is, from 0. */
    public int place() {
        return place;
    }

    /** The name that nothing goes by, or null. */
    public String written() {
        return written;
    }

    /** The names that would do. */
    public List<String> known() {
        return known;
    }
}

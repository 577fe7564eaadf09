package io.cradle.connectors.files.input;

import java.io.Serializable;
import java.util.OptionalLong;

/**
 * How the time of the log is cut, and the log time of rows that state none.
 *
 * @param asOfMs log time of every row when no file states any, ms
 * @param epochMs length of an epoch, ms; epochs are (n·E−E, n·E]
 */
public record EpochGrid(long asOfMs, long epochMs) implements Serializable {
    public EpochGrid {
        if (epochMs <= 0) {
            throw new IllegalArgumentException("an epoch of " + epochMs + " ms; it must be longer than 0");
        }
    }

    /** End of the epoch that holds a log time, ms. */
    public long epochEndMs(long logTimeMs) {
        return -Math.floorDiv(-logTimeMs, epochMs) * epochMs;
    }

    /**
     * Log time of the rows that state none: before the first epoch that holds a stated one, so that they have settled
     * when it begins.
     */
    long floorMs(OptionalLong firstStatedMs) {
        return firstStatedMs.isPresent() ? epochEndMs(firstStatedMs.getAsLong()) - epochMs : asOfMs;
    }
}

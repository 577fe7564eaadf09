package io.cradle.rollup.settle;

import java.io.Serializable;

/** Cuts log time into epochs (n·E − E, n·E]. */
record Epochs(long lengthMs) implements Serializable {
    /** End of the epoch that a log time lies in. */
    long endOf(long logTimeMs) {
        return Math.floorDiv(logTimeMs + lengthMs - 1, lengthMs) * lengthMs;
    }

    /** End of the last epoch that a watermark has wholly passed. */
    long lastEndedBy(long watermarkMs) {
        return watermarkMs < Long.MIN_VALUE + lengthMs
                ? Long.MIN_VALUE
                : Math.floorDiv(watermarkMs, lengthMs) * lengthMs;
    }

    /** End of the first epoch that ends after an instant; at the beginning of time, the first that can be told. */
    long firstEndAfter(long timeMs) {
        return timeMs < Long.MIN_VALUE + 2 * lengthMs ? Long.MIN_VALUE + 2 * lengthMs : endOf(timeMs + 1);
    }
}

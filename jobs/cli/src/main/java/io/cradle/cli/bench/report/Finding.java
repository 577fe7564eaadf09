package io.cradle.cli.bench.report;

import java.util.Optional;

/** One line of a report. */
public sealed interface Finding {
    /** What was measured, such as "one sweep ÷ limit". */
    String what();

    Optional<Target> target();

    /** Whether there is a target and it is missed. */
    boolean isMissed();

    /**
     * A number.
     *
     * @param value the median where there are several samples
     * @param spread of repeated measurements
     */
    record Measured(String what, double value, String unit, Optional<Spread> spread, Optional<Target> target)
            implements Finding {
        @Override
        public boolean isMissed() {
            return target.isPresent() && !target.get().isMetBy(value);
        }
    }

    /**
     * No number.
     *
     * @param why such as "gave up after 120 s"
     */
    record Missing(String what, String why, Optional<Target> target) implements Finding {
        @Override
        public boolean isMissed() {
            return target.isPresent();
        }
    }
}

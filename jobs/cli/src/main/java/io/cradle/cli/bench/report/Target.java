package io.cradle.cli.bench.report;

/** What a measurement must reach; in its unit. */
public sealed interface Target {
    double limit();

    /** Whether a measured value is good enough; what is no number never is. */
    boolean isMetBy(double value);

    /** The target as people write it, such as "<= 2.5". */
    String text();

    static Target atMost(double limit) {
        return new AtMost(limit);
    }

    static Target atLeast(double limit) {
        return new AtLeast(limit);
    }

    /** A value above the limit is too much. */
    record AtMost(double limit) implements Target {
        @Override
        public boolean isMetBy(double value) {
            return value <= limit;
        }

        @Override
        public String text() {
            return "<= " + Figures.text(limit);
        }
    }

    /** A value below the limit is too little. */
    record AtLeast(double limit) implements Target {
        @Override
        public boolean isMetBy(double value) {
            return value >= limit;
        }

        @Override
        public String text() {
            return ">= " + Figures.text(limit);
        }
    }
}

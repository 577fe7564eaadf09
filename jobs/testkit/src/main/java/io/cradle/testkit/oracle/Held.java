package io.cradle.testkit.oracle;

/** A fact as it stands in the log. */
record Held<T extends Fact>(T fact, String key, StampedEntry stamped) {

    long logTimeMs() {
        return stamped.logTimeMs();
    }
}

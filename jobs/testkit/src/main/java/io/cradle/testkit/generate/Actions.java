package io.cradle.testkit.generate;

/** One kind of change that a generator appends to a log. */
interface Actions {

    /** How often this kind of change comes, relative to the others; 0 = never. */
    int weight();

    /** What is there from the beginning. */
    void begin(LogBuilder log, long nowMs);

    /** Appends one change, mostly one record. */
    void act(LogBuilder log, long nowMs);
}

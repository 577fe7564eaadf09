package io.cradle.rollup;

/** Names under which operators find their state again. Never change one: a savepoint would lose it. */
public final class Uids {
    public static final String SOURCE = "input-log";
    public static final String INTAKE = "intake";
    public static final String SETTLE = "settle";
    public static final String SINK = "output-topics";

    /** Upper bound of the parallelism of keyed state; part of every savepoint. */
    public static final int MAX_PARALLELISM = 720;

    private Uids() {}
}

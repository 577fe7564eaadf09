package io.cradle.core.network;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The facts that an epoch's changes touch, each with the earliest activity time concerned and the change that led to it.
 */
final class Touches {
    /** Activity time of a change that concerns every period. */
    static final long ALWAYS = Long.MIN_VALUE;

    record Touch(long fromMs, String cause) {}

    private final Map<Fact, Touch> touches = new LinkedHashMap<>();

    void add(Fact fact, long fromMs, String cause) {
        touches.merge(fact, new Touch(fromMs, cause), (a, b) -> new Touch(Math.min(a.fromMs, b.fromMs), a.cause));
    }

    Map<Fact, Touch> all() {
        return touches;
    }
}

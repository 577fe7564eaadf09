package io.cradle.core.network;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an epoch's changes touch: names of facts that rows watch, each with the earliest activity time concerned and the
 * change that led to it.
 */
final class Touches {
    /** Activity time of a change that concerns every period. */
    static final long ALWAYS = Long.MIN_VALUE;

    record Touch(long fromMs, String cause) {}

    private final Map<String, Touch> touches = new LinkedHashMap<>();

    void add(String watch, long fromMs, String cause) {
        touches.merge(watch, new Touch(fromMs, cause), (a, b) -> new Touch(Math.min(a.fromMs, b.fromMs), a.cause));
    }

    Map<String, Touch> all() {
        return touches;
    }

    static String bill(String product) {
        return "bill/" + product;
    }

    static String process(String process) {
        return "process/" + process;
    }

    static String production(String product) {
        return "production/" + product;
    }

    static String purchases(String product) {
        return "purchases/" + product;
    }

    static String suppliers(String product) {
        return "suppliers/" + product;
    }

    static String flow(String flow) {
        return "flow/" + flow;
    }

    /** What a consumer sees of a node: its unit, mass and whether it is resolved at all. */
    static String face(NodeKey node) {
        return "face/" + node.kind() + "/" + node.id() + "\n" + node.supplier();
    }
}

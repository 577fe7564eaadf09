package io.cradle.core.network;

import java.util.Locale;

/**
 * A node of a network in one period.
 *
 * @param id product, process, or key of the leaf
 * @param supplier of a supplied product; empty for any other node
 */
public record NodeKey(Kind kind, String id, String supplier) {
    /** What a node stands for. */
    public enum Kind {
        FACTOR,
        SUPPLIED,
        PROCESS,
        MARKET,
        PRODUCT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static NodeKey product(String product) {
        return new NodeKey(Kind.PRODUCT, product, "");
    }

    static NodeKey market(String product) {
        return new NodeKey(Kind.MARKET, product, "");
    }

    static NodeKey process(String process) {
        return new NodeKey(Kind.PROCESS, process, "");
    }

    static NodeKey factor(String leafKey) {
        return new NodeKey(Kind.FACTOR, leafKey, "");
    }

    static NodeKey supplied(String product, String supplier) {
        return new NodeKey(Kind.SUPPLIED, product, supplier);
    }

    /** What it is, for a reader. */
    String label() {
        return supplier.isEmpty() ? id : id + "/" + supplier;
    }

    @Override
    public String toString() {
        return kind.code() + ":" + label();
    }
}

package io.cradle.core.network;

/**
 * Something that rows are built from, by name.
 *
 * @param name product or process; empty for {@link Kind#CLOCK}
 */
record Fact(Kind kind, String name) {
    /** What kind of record says it. */
    enum Kind {
        BILL,
        PRODUCTION,
        PURCHASES,
        SUPPLIERS,
        PROCESS,
        /** A period closes: the clocks of all processes move. */
        CLOCK
    }

    static final Fact CLOCK = new Fact(Kind.CLOCK, "");

    /** The bills of a product. */
    static Fact bill(String product) {
        return new Fact(Kind.BILL, product);
    }

    /** The production records of a product. */
    static Fact production(String product) {
        return new Fact(Kind.PRODUCTION, product);
    }

    /** The purchase records of a product. */
    static Fact purchases(String product) {
        return new Fact(Kind.PURCHASES, product);
    }

    /** The supplier records of a product. */
    static Fact suppliers(String product) {
        return new Fact(Kind.SUPPLIERS, product);
    }

    /** The meters, activities and production records of a process. */
    static Fact process(String process) {
        return new Fact(Kind.PROCESS, process);
    }
}

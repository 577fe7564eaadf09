package io.cradle.rollup.harness;

/** How large a proof is: one that fits every build by default, the whole of it with {@code -Dproof.size=full}. */
public final class ProofSize {
    private static final boolean FULL = "full".equals(System.getProperty("proof.size"));

    private ProofSize() {}

    public static int of(int usual, int full) {
        return FULL ? full : usual;
    }

    /** Says what was measured. */
    public static void report(String format, Object... values) {
        System.out.printf("[proof] " + format + "%n", values);
    }
}

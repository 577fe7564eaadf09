package io.cradle.testkit.realistic;

/**
 * Places of products on the way from raw materials (place 0) to goods, cut into tiers of one size. The number of a
 * product says nothing about its place, as an article number does not: one is the other times a step, modulo the size.
 */
final class Tiers {
    static final int COUNT = 12;
    /** Near the golden section, whose multiples scatter best. */
    private static final double STEP = 0.6180339887;

    private final int products;
    private final long step;
    private final long back;

    Tiers(int products) {
        this.products = products;
        long candidate = Math.max(1, (long) (products * STEP));
        while (gcd(candidate, products) != 1) {
            candidate++;
        }
        step = candidate;
        back = inverse(candidate, products);
    }

    int number(int place) {
        return (int) (place * step % products);
    }

    int place(int number) {
        return (int) (number * back % products);
    }

    int tier(int place) {
        return (int) ((long) place * COUNT / products);
    }

    /** The first place of a tier; that of the tier after the last is the number of products. */
    int start(int tier) {
        return (int) (((long) tier * products + COUNT - 1) / COUNT);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** The x with a·x = 1 modulo m, by Euclid. */
    private static long inverse(long a, long m) {
        long x = 1;
        long next = 0;
        long rest = a;
        long nextRest = m;
        while (nextRest != 0) {
            long quotient = rest / nextRest;
            long afterRest = rest - quotient * nextRest;
            rest = nextRest;
            nextRest = afterRest;
            long after = x - quotient * next;
            x = next;
            next = after;
        }
        return Math.floorMod(x, m);
    }
}

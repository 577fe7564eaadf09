package io.cradle.testkit.generate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;

/** Seeded chance. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number in [from, to]. */
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @SafeVarargs
    final <T> T of(T... some) {
        return some[random.nextInt(some.length)];
    }

    double within(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A decimal of up to four significant places in [low, high]. */
    String decimal(double low, double high) {
        return decimal(within(low, high));
    }

    static String decimal(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        int scale = 4 - exact.precision() + exact.scale();
        return exact.setScale(Math.max(0, scale), RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A waiting time with this mean. */
    long exponential(double mean) {
        return Math.round(-mean * Math.log(1 - random.nextDouble()));
    }

    int number() {
        return random.nextInt(1_000_000);
    }
}

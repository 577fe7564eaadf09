package io.cradle.cli.demo;

import java.time.Instant;
import java.util.SplittableRandom;

/**
 * How busy the plants are: no two shifts are alike, and what a shift uses does not follow what it makes to the last
 * kilogram. Always the same for the same seed, process and time.
 *
 * @param seed another seed, another history
 */
record Utilisation(long seed) {
    private static final double WAVE = 0.06;
    private static final double SHIFT_SPREAD = 0.04;
    private static final double INPUT_SPREAD = 0.015;
    private static final double WAVE_SHIFTS = 21;

    /** Output of a shift against the average, about 0.9 to 1.1. */
    double ofShift(String process, Instant start) {
        double shift = start.getEpochSecond() / (double) PlantCalendar.SHIFT.toSeconds();
        double wave = WAVE * Math.sin(2 * Math.PI * shift / WAVE_SHIFTS + process.hashCode() % 7);
        return 1 + wave + SHIFT_SPREAD * noise(process, start);
    }

    /** What one input or meter of a shift or quarter hour adds to that, about 0.985 to 1.015. */
    double ofInput(String name, Instant start) {
        return 1 + INPUT_SPREAD * noise(name, start);
    }

    /** Between −1 and 1, even. */
    private double noise(String name, Instant time) {
        long mixed = seed ^ (name.hashCode() * 0x9E3779B97F4A7C15L) ^ (time.getEpochSecond() * 0xBF58476D1CE4E5B9L);
        return 2 * new SplittableRandom(mixed).nextDouble() - 1;
    }
}

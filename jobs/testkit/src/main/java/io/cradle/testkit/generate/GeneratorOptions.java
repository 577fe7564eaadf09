package io.cradle.testkit.generate;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a generated log is like.
 *
 * @param networks number of networks that share the factors
 * @param products products made per network
 * @param processes processes per network
 * @param actions changes after the first definitions; most are one record
 * @param partitions partitions of every topic
 * @param start log time of the first record
 * @param span about how long the log lasts
 * @param features what it may contain
 */
public record GeneratorOptions(
        int networks,
        int products,
        int processes,
        int actions,
        int partitions,
        Instant start,
        Duration span,
        Set<Feature> features) {

    /** Two networks of ten products, 150 changes in four months, everything in it. */
    public static GeneratorOptions everything() {
        return new GeneratorOptions(
                2,
                10,
                4,
                150,
                3,
                Instant.parse("2024-01-20T08:00:00Z"),
                Duration.ofDays(120),
                EnumSet.allOf(Feature.class));
    }

    public GeneratorOptions size(int newNetworks, int newProducts, int newProcesses, int newActions) {
        return new GeneratorOptions(
                newNetworks, newProducts, newProcesses, newActions, partitions, start, span, features);
    }

    public GeneratorOptions lasting(Duration newSpan) {
        return new GeneratorOptions(networks, products, processes, actions, partitions, start, newSpan, features);
    }

    public GeneratorOptions startingAt(Instant newStart) {
        return new GeneratorOptions(networks, products, processes, actions, partitions, newStart, span, features);
    }

    public GeneratorOptions inPartitions(int newPartitions) {
        return new GeneratorOptions(networks, products, processes, actions, newPartitions, start, span, features);
    }

    /** With these features only. */
    public GeneratorOptions only(Feature... some) {
        EnumSet<Feature> kept = EnumSet.noneOf(Feature.class);
        kept.addAll(Arrays.asList(some));
        return new GeneratorOptions(networks, products, processes, actions, partitions, start, span, kept);
    }

    /** Without these features. */
    public GeneratorOptions without(Feature... some) {
        EnumSet<Feature> kept = EnumSet.noneOf(Feature.class);
        kept.addAll(features);
        kept.removeAll(Arrays.asList(some));
        return new GeneratorOptions(networks, products, processes, actions, partitions, start, span, kept);
    }

    boolean has(Feature feature) {
        return features.contains(feature);
    }
}

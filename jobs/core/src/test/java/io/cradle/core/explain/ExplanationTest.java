package io.cradle.core.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.footprint.Component;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On random networks with loops, shared leaves and credits: an explanation against dense solves and plain enumeration. */
class ExplanationTest {
    private static final double EXACT = 1e-9;

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    private static RandomUpstream network(int seed) {
        // From no loops to speak of to loops that hardly rest.
        return new RandomUpstream(seed, 3 + seed, 0.3 + 0.69 * (seed % 10) / 9);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theAdjointIsThatOfADenseSolve(int seed) {
        Upstream upstream = network(seed).solved();
        List<int[]> parts = StrongParts.of(upstream);
        assertIsRowOfInverse(upstream, Requirements.of(upstream, parts, true), a -> a);
        assertIsRowOfInverse(upstream, Requirements.of(upstream, parts, false), a -> Math.max(0, a));
    }

    private static void assertIsRowOfInverse(
            Upstream upstream, Requirements requirements, DenseUpstream.Weight weight) {
        DMatrixRMaj inverse = DenseUpstream.matrix(upstream.nodes(), weight);
        assertTrue(CommonOps_DDRM.invert(inverse));
        for (int i = 0; i < upstream.nodes().size(); i++) {
            assertEquals(inverse.get(0, i), requirements.amounts()[i], 1e-11, "node " + i);
        }
        assertTrue(requirements.errorBound() <= 1e-12, "bound " + requirements.errorBound());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leavesInputsAndTiersAddUp(int seed) {
        Upstream upstream = network(seed).solved();
        Explanation explanation = Explanation.of(upstream, ExplainLimits.DEFAULT);
        double tolerance = EXACT * explanation.product().magnitude();
        for (int c = 0; c < Component.INDICATORS; c++) {
            int component = c;
            double figure = explanation.product().values()[c];
            assertEquals(
                    figure,
                    explanation.leaves().stream()
                            .mapToDouble(leaf -> leaf.indicators()[component])
                            .sum(),
                    tolerance);
            assertEquals(
                    figure,
                    explanation.inputs().stream()
                            .mapToDouble(input -> input.indicators()[component])
                            .sum(),
                    tolerance);
        }
        List<LeafContribution> leaves = explanation.leaves();
        assertEquals(explanation.used(), sum(leaves.stream().map(LeafContribution::used)), tolerance);
        assertEquals(explanation.credited(), sum(leaves.stream().map(LeafContribution::credited)), tolerance);
        List<TierContribution> tiers = explanation.tiers();
        assertEquals(explanation.used(), sum(tiers.stream().map(TierContribution::used)), tolerance);
        assertEquals(explanation.credited(), sum(tiers.stream().map(TierContribution::credited)), tolerance);
        assertTrue(tiers.get(tiers.size() - 1).deeper() || tiers.size() <= ExplainLimits.DEFAULT.tiers());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyLeafIsOne(int seed) {
        Explanation explanation = Explanation.of(network(seed).solved(), ExplainLimits.DEFAULT);
        Set<String> names = new HashSet<>();
        for (LeafContribution leaf : explanation.leaves()) {
            assertTrue(names.add(leaf.kind() + leaf.name() + leaf.relativeDeviation()), leaf.name() + " twice");
        }
    }

    /** Best first is what sorting all paths gives: here all of at most six inputs. */
    @ParameterizedTest
    @MethodSource("seeds")
    void pathsAreTheLargest(int seed) {
        Upstream upstream = new RandomUpstream(seed, 4, 0.4).solved();
        double gross = upstream.product().gross();
        PlainPaths plain = new PlainPaths(upstream, 2e-3 * gross);
        List<PathContribution> found = PathSearch.of(upstream, new ExplainLimits(1, 12, 1, 2e-3));
        assertEquals(Math.min(12, plain.values().size()), found.size());
        for (int i = 0; i < found.size(); i++) {
            assertEquals(plain.values().get(i), Math.abs(found.get(i).kgCO2e()), 1e-12 * gross, "path " + i);
            assertEquals(upstream.product().name(), found.get(i).steps().get(0).name());
        }
        List<PathContribution> half = PathSearch.of(upstream, new ExplainLimits(1, 1000, 0.5, 1e-6));
        double covered =
                half.stream().mapToDouble(path -> Math.abs(path.kgCO2e())).sum();
        double lessOne = covered - Math.abs(half.get(half.size() - 1).kgCO2e());
        assertTrue(covered >= 0.5 * gross && lessOne < 0.5 * gross, covered + " of " + gross);
    }

    /** Leaves are drawn anew, each from its own distribution, and the whole network is solved every time. */
    @ParameterizedTest
    @MethodSource("fewSeeds")
    void varianceIsThatOfSampling(int seed) {
        RandomUpstream network = new RandomUpstream(seed, 6, 0.9);
        Explanation explanation = Explanation.of(network.solved(), ExplainLimits.DEFAULT);
        double ofLeaves = Math.sqrt(explanation.leaves().stream()
                .filter(leaf -> !leaf.kind().equals(LeafContribution.DIRECT))
                .mapToDouble(leaf -> leaf.deviation() * leaf.deviation())
                .sum());
        assertFalse(ofLeaves == 0);
        Random random = new Random(1000 + seed);
        int samples = 4000;
        Upstream first = network.solved();
        double[] figures = new double[samples];
        for (int s = 0; s < samples; s++) {
            figures[s] = network.solved(draw(random, first, network.leaves))
                    .product()
                    .excludingUptake();
        }
        double mean = IntStream.range(0, samples)
                .mapToDouble(s -> figures[s])
                .average()
                .orElseThrow();
        double[] squares = IntStream.range(0, samples)
                .mapToDouble(s -> (figures[s] - mean) * (figures[s] - mean))
                .toArray();
        double variance =
                IntStream.range(0, samples).mapToDouble(s -> squares[s]).sum() / (samples - 1);
        double fourth = IntStream.range(0, samples)
                        .mapToDouble(s -> squares[s] * squares[s])
                        .sum()
                / samples;
        double errorOfVariance = Math.sqrt((fourth - variance * variance) / samples);
        double errorOfMean = Math.sqrt(variance / samples);
        assertEquals(explanation.kgCO2e(), mean, 4 * errorOfMean);
        assertEquals(ofLeaves * ofLeaves, variance, 4 * errorOfVariance);
    }

    static IntStream fewSeeds() {
        return IntStream.range(0, 6);
    }

    /** One lognormal number of mean 1 per leaf. */
    private static double[] draw(Random random, Upstream upstream, int leaves) {
        double[] factors = new double[leaves];
        for (int i = 0; i < leaves; i++) {
            Upstream.Source source =
                    upstream.nodes().get(upstream.nodes().size() - leaves + i).source();
            double variance = source.ratings().logVariance();
            factors[i] = Math.exp(Math.sqrt(variance) * random.nextGaussian() - variance / 2);
        }
        return factors;
    }

    private static double sum(Stream<Double> numbers) {
        return numbers.mapToDouble(Double::doubleValue).sum();
    }
}

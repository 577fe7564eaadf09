package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.Framing;
import io.cradle.rollup.harness.JobHarness;
import io.cradle.rollup.harness.ProofSize;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.testkit.generate.LargeNetwork;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.Test;

/** A large network is back, and right, soon after its task was lost. */
class LargeNetworkRecoveryTest {
    private static final Settings SETTINGS = Settings.of(Map.of("reporting.fixed-period", "2024"));
    private static final long START_MS = 1_722_500_000_000L;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);

    private final LargeNetwork network = new LargeNetwork("n", ProofSize.of(10_000, 100_000), 3);
    private final Framing framing = new Framing(SchemaCatalog.bundled());

    @Test
    void onTheHeap() throws Exception {
        comesBack("heap", new HashMapStateBackend());
    }

    @Test
    void onRocksDb() throws Exception {
        comesBack("rocksdb", new EmbeddedRocksDBStateBackend());
    }

    private void comesBack(String name, StateBackend backend) throws Exception {
        try (JobHarness job = new JobHarness(SETTINGS, backend)) {
            long started = System.nanoTime();
            for (Iterator<SpecificRecord> records = network.records().iterator(); records.hasNext(); ) {
                job.process(framing.frame(records.next(), START_MS));
            }
            long read = System.nanoTime();
            job.endEpochOf(START_MS);
            long settled = System.nanoTime();
            assertPublished(job, new double[network.size()]);

            long lost = System.nanoTime();
            job.restart();
            long restored = System.nanoTime();
            double[] before = network.figures();
            revise(job, 0, "0.75", START_MS + 1_000);
            long published = System.nanoTime();
            assertPublished(job, before);

            before = network.figures();
            long again = System.nanoTime();
            revise(job, 0, "0.76", START_MS + 2_000);
            long settledAgain = System.nanoTime();
            assertPublished(job, before);
            ProofSize.report(
                    "%,d products on %s: read %.1f s, first settled %.1f s, snapshot and restore %.1f s, "
                            + "first epoch after it %.1f s, the next %.1f s",
                    network.size(),
                    name,
                    (read - started) / 1e9,
                    (settled - read) / 1e9,
                    (restored - lost) / 1e9,
                    (published - restored) / 1e9,
                    (settledAgain - again) / 1e9);
            assertTrue(published - lost < BACK_WITHIN.toNanos(), "back after " + (published - lost) / 1e9 + " s");
        }
    }

    private void revise(JobHarness job, int flow, String fossil, long atMs) throws Exception {
        job.process(framing.frame(network.revise(flow, fossil), atMs));
        job.endEpochOf(atMs);
    }

    /** Products whose figure moved by more than a share of it. */
    private Set<String> moved(double[] before, double share) {
        double[] after = network.figures();
        Set<String> moved = new HashSet<>();
        for (int i = 0; i < before.length; i++) {
            if (Math.abs(before[i] - after[i]) > share * after[i]) {
                moved.add(LargeNetwork.product(i));
            }
        }
        return moved;
    }

    /** Whatever moved by 1e-9 was published with its figure, nothing that moved by less than 1e-11; then forgotten. */
    private void assertPublished(JobHarness job, double[] before) {
        double[] figures = network.figures();
        Set<String> due = moved(before, 1e-9 * (1 + 1e-6));
        Set<String> allowed = moved(before, 1e-11 * (1 - 1e-4));
        for (ProductFootprint one : job.footprints()) {
            String product = one.getProduct();
            double figure = figures[LargeNetwork.number(product)];
            assertEquals(figure, one.getFigures().getFossil(), 1e-9 * figure, product);
            assertEquals("complete", one.getResult(), product);
            assertTrue(allowed.remove(product), product + " did not move, or was published twice");
            due.remove(product);
        }
        assertEquals(Set.of(), due, "products that moved and were not published");
        job.forgetOutputs();
    }
}

package io.cradle.core.network;

import static io.cradle.core.network.Facts.bill;
import static io.cradle.core.network.Facts.flow;
import static io.cradle.core.network.Facts.gas;
import static io.cradle.core.network.Facts.meter;
import static io.cradle.core.network.Facts.product;
import static io.cradle.core.network.Facts.production;
import static io.cradle.core.network.Facts.purchase;
import static io.cradle.core.network.Facts.reading;
import static io.cradle.core.network.Facts.supplied;
import static io.cradle.core.network.Facts.used;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.activity.InputKind;
import io.cradle.core.explain.ExplainLimits;
import io.cradle.core.explain.Explanation;
import io.cradle.core.explain.LeafContribution;
import io.cradle.core.explain.TierContribution;
import io.cradle.core.footprint.Component;
import io.cradle.core.footprint.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a settled network says of itself, and the explanations that follow from it. */
class SettledPeriodTest {
    private static final String SPAN = "2024-01-01 2024-01-20";
    private static final String MONTH = "2024-01";

    /** Coal and electricity need each other; bolts are made and bought; a frame is credited for scrap. */
    private static LoggedNetwork network() {
        LoggedNetwork network = new LoggedNetwork().factor("grid", "kW.h", 0.5).factor("steel", "kg", 2);
        network.at(
                "2024-01-21",
                bill("coal", "kg", product("electricity", "0.05 kW.h"), gas("CH4-fossil", "0.002 kg")),
                bill("electricity", "kW.h", product("coal", "0.4 kg"), gas("CO2", "0.9 kg")),
                bill("bolt", "kg", flow("steel", "1.1 kg"), product("electricity", "0.3 kW.h")),
                bill("frame", "{piece}", product("bolt", "2 kg"), flow("steel", "-0.2 kg"), gas("CO2", "-0.1 kg")),
                bill("dead", "kg", product("dead", "1 kg")),
                supplied("s1", "a", "bolt", "kg", 3, 0.5),
                purchase("b1", "bolt", "a", SPAN, "300 kg"),
                production("r1", "mine", "coal", SPAN, "1000 kg"),
                production("r2", "press", "bolt", SPAN, "500 kg"),
                meter("m1", "mine", false),
                meter("m2", "press", false),
                reading("m1", "2024-01-05 2024-01-06", "400"),
                reading("m2", "2024-01-06 2024-01-07", "90"),
                used("a1", "press", InputKind.PRODUCT, "coal", SPAN, "20 kg"),
                used("a2", "mine", InputKind.GAS, "CH4-fossil", SPAN, "3 kg"));
        return network;
    }

    @Test
    void productsWithTheirResults() {
        SettledPeriod january = network().network().settled().get(MONTH);
        assertEquals(List.of("bolt", "coal", "dead", "electricity", "frame"), List.copyOf(january.products()));
        assertEquals("{piece}", january.declaredUnit("frame"));
        assertEquals(Result.COMPLETE, january.result("frame"));
        assertEquals(Result.NON_PRODUCTIVE_LOOP, january.result("dead"));
        assertFalse(january.hasFigures("dead"));
        assertThrows(IllegalArgumentException.class, () -> january.upstream("dead"));
        assertThrows(IllegalArgumentException.class, () -> january.values("door"));
    }

    @Test
    void everyFigureIsExplained() {
        LoggedNetwork network = network();
        SettledPeriod january = network.network().settled().get(MONTH);
        for (String product : List.of("bolt", "coal", "electricity", "frame")) {
            Explanation explanation = Explanation.of(january.upstream(product), ExplainLimits.DEFAULT);
            double gross = january.values(product)[Component.GROSS.ordinal()];
            assertEquals(network.pcf(product, MONTH), explanation.kgCO2e(), 1e-12 * gross);
            for (int c = 0; c < Component.INDICATORS; c++) {
                int component = c;
                assertEquals(
                        january.values(product)[c],
                        explanation.leaves().stream()
                                .mapToDouble(leaf -> leaf.indicators()[component])
                                .sum(),
                        1e-9 * gross,
                        product);
            }
            assertEquals(
                    explanation.credited(),
                    explanation.tiers().stream()
                            .mapToDouble(TierContribution::credited)
                            .sum(),
                    1e-9 * gross);
        }
    }

    @Test
    void aFrameRestsOnSteelInTwoWays() {
        Explanation frame =
                Explanation.of(network().network().settled().get(MONTH).upstream("frame"), ExplainLimits.DEFAULT);
        LeafContribution steel = frame.leaves().stream()
                .filter(leaf -> leaf.name().equals("steel/supply/2020-01-01"))
                .findFirst()
                .orElseThrow();
        assertEquals(-0.2 * 2, steel.credited(), 1e-9);
        // 500 of 800 kg of bolts are made.
        assertEquals(2 * 5.0 / 8 * 1.1 * 2, steel.used(), 1e-9);
        assertEquals(2 * 5.0 / 8 * 1.1 - 0.2, steel.amount(), 1e-9);
        TierContribution own = frame.tiers().get(0);
        assertEquals(-0.1, own.credited(), 1e-9);
        assertEquals(0, own.used(), 1e-9);
        TierContribution first = frame.tiers().get(1);
        // Steel as a credit, the supplier's bolts, and what the press and the makers of bolts emit: nothing.
        assertEquals(-0.4, first.credited(), 1e-9);
        assertEquals(2 * 3.0 / 8 * 3, first.used(), 1e-9);
        assertTrue(frame.paths().stream().anyMatch(path -> path.credit() && Math.abs(path.kgCO2e() + 0.4) < 1e-9));
    }
}

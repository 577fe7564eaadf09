package io.cradle.core.network;

import static io.cradle.core.network.Facts.bill;
import static io.cradle.core.network.Facts.flow;
import static io.cradle.core.network.Facts.product;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.core.factor.FactorKind;
import io.cradle.core.footprint.Component;
import io.cradle.core.footprint.Publication;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loop that loses all but its uptake has no gross left, and not a little of what it had. */
class NoGrossTest {
    private final LoggedNetwork network = new LoggedNetwork()
            .factor("steel", "kg", 2)
            .factor("straw", FactorKind.SUPPLY, "2020-01-01", "kg", uptake(1.5), 0);

    private static double[] uptake(double kg) {
        double[] indicators = new double[Component.INDICATORS];
        indicators[Component.BIOGENIC_UPTAKE.ordinal()] = -kg;
        return indicators;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "0.4", "0.99", "0.9999"})
    void coverageIsOnesOwnWhereThereIsNoGross(String fed) {
        network.at(
                "2024-01-20",
                bill("p0", "kg", product("p1", "1 kg"), flow("straw", "1 kg")),
                bill("p1", "kg", product("p0", fed + " kg"), product("p2", "1 kg"), product("missing", "1 kg")),
                bill("p2", "kg", flow("steel", "1 kg")));
        Publication fromSteel = network.last("p0", "2024-01");
        assertEquals(2 / (1 - Double.parseDouble(fed)), fromSteel.figures().excludingUptake(), 1e-5);
        network.at("2024-01-21", bill("p2", "kg", flow("straw", "1 kg")));
        for (String product : new String[] {"p0", "p1"}) {
            Publication last = network.last(product, "2024-01");
            assertEquals(0, last.figures().of(Component.GROSS), product);
            assertEquals(last.figures().ownCoverage(), last.figures().coverage(), product);
            assertEquals(0, last.figures().excludingUptake(), 1e-9, product);
        }
        assertEquals(1, network.last("p0", "2024-01").figures().coverage());
    }
}

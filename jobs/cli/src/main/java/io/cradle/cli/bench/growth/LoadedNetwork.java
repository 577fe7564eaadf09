package io.cradle.cli.bench.growth;

import io.cradle.core.activity.ReportingCalendar;
import io.cradle.core.factor.FactorTable;
import io.cradle.core.network.Change;
import io.cradle.core.network.NetworkSettings;
import io.cradle.core.network.Outcome;
import io.cradle.core.network.Settlement;
import io.cradle.core.network.SupplyNetwork;
import io.cradle.testkit.realistic.RealisticNetwork;
import io.cradle.testkit.realistic.Recipe;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A supply network with one open period whose bills are in, and changes for it. */
final class LoadedNetwork {
    /** Epochs as the job has them by default. */
    private static final long EPOCH_MS = 500;

    static final long BEGINS_MS = 1_704_067_200_000L;
    private static final double MINIMUM_COVER = 0.1;
    private static final double LEAST = 0.8;
    private static final NetworkSettings SETTINGS = new NetworkSettings(
            ReportingCalendar.fixed("2024-01", ZoneOffset.UTC),
            MINIMUM_COVER,
            Duration.ofDays(7).toMillis());

    private final RealisticNetwork network;
    private final FactStream facts;
    private final SupplyNetwork supply;
    private final SplittableRandom dice;
    private final Recipe recipe = new Recipe();
    private long nowMs = BEGINS_MS;

    /** @param factors those of the network, in the log before {@link #BEGINS_MS} */
    LoadedNetwork(RealisticNetwork network, FactorTable factors, long seed) {
        this.network = network;
        this.facts = new FactStream(network);
        this.supply = new SupplyNetwork(SETTINGS, factors);
        this.dice = new SplittableRandom(seed);
    }

    /** Every bill of the network, for {@link #settle}. */
    List<Change> bills() {
        return facts.bills(nowMs);
    }

    /** So many bills with another amount. */
    List<Change> changes(int count) {
        List<Change> changes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            changes.add(facts.bill(dice.nextInt(network.products()), nowMs, recipe, dice.nextDouble(LEAST, 1)));
        }
        return changes;
    }

    /** Settles the next epoch with changes; gives how many products were published. */
    int settle(List<Change> changes) {
        nowMs += EPOCH_MS;
        Settlement settlement = supply.settle(nowMs, changes);
        for (Outcome outcome : settlement.outcomes()) {
            if (!(outcome instanceof Outcome.Accepted)) {
                throw new IllegalStateException("a change was not accepted: " + outcome);
            }
        }
        return settlement.publications().size();
    }
}

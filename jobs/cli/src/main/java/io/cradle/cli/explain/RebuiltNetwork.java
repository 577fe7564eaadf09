package io.cradle.cli.explain;

import io.cradle.cli.CommandException;
import io.cradle.cli.log.DidYouMean;
import io.cradle.core.factor.FactorTable;
import io.cradle.core.network.SettledPeriod;
import io.cradle.core.network.SupplyNetwork;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A network as it stood at the end of an epoch, with the factor table that is its own. */
record RebuiltNetwork(SupplyNetwork network, FactorTable factors, long asOfMs) {
    /**
     * A live period.
     *
     * @param label empty for the newest
     * @throws CommandException if it is not live
     */
    SettledPeriod period(Optional<String> label) {
        Map<String, SettledPeriod> settled = network.settled();
        if (settled.isEmpty()) {
            throw new CommandException("nothing was settled up to " + asOf());
        }
        if (label.isEmpty()) {
            return settled.values().stream().reduce((earlier, later) -> later).orElseThrow();
        }
        SettledPeriod period = settled.get(label.get());
        if (period == null) {
            throw new CommandException("there is no period " + label.get() + " at " + asOf() + ", but "
                    + String.join(", ", settled.keySet()) + DidYouMean.instead(label.get(), settled.keySet()));
        }
        return period;
    }

    Instant asOf() {
        return Instant.ofEpochMilli(asOfMs);
    }
}

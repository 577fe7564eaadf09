package io.cradle.rollup.settle;

import io.cradle.core.network.Change;
import io.cradle.core.network.Outcome;
import io.cradle.core.network.Settlement;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the records of an epoch, counted.
 *
 * @param accepted how many are facts now
 * @param parked how many begin to wait for their meter or product
 * @param rejected how many change nothing
 * @param notable those that somebody must do something about; readings of this epoch that were accepted, which nearly all
 *     are, stand in their days by now
 */
record EpochOutcomes(int accepted, int parked, int rejected, List<Outcome> notable) {

    /**
     * Looks through the outcomes of a settlement once.
     *
     * @param settledUpToMs end of the last epoch before it that was settled: no record of a later log time can have
     *     waited for its definition
     */
    static EpochOutcomes of(Settlement settlement, long settledUpToMs) {
        int accepted = settlement.rowsAccepted();
        int parked = 0;
        int rejected = 0;
        List<Outcome> notable = new ArrayList<>();
        for (Outcome outcome : settlement.outcomes()) {
            if (outcome instanceof Outcome.Accepted) {
                accepted++;
                if (outcome.change() instanceof Change.ReadingChange reading
                        && reading.position().logTimeMs() > settledUpToMs) {
                    continue;
                }
            } else if (outcome instanceof Outcome.Parked) {
                parked++;
            } else if (outcome instanceof Outcome.Rejected) {
                rejected++;
            }
            notable.add(outcome);
        }
        return new EpochOutcomes(accepted, parked, rejected, notable);
    }
}

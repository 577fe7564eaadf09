package io.cradle.testkit.oracle;

import java.util.List;

/** Computes from scratch what every figure must be. */
public final class NaiveOracle {
    private NaiveOracle() {}

    /**
     * Everything that must hold at the end of an epoch, from the records of the log up to it.
     *
     * @param log the records; their order in the list does not matter, their positions do
     * @param asOfMs end of an epoch, ms
     */
    public static OracleResult at(OracleSettings settings, List<LogEntry> log, long asOfMs) {
        if (settings.epochEnd(asOfMs) != asOfMs) {
            throw new IllegalArgumentException(
                    asOfMs + " is not the end of an epoch of " + settings.epochMs() + " ms: expected a multiple of it");
        }
        EpochWalk walk = new EpochWalk(settings, log, asOfMs);
        walk.settleUpTo(asOfMs);
        return new Evaluation(settings).of(walk.ledger(), asOfMs);
    }
}

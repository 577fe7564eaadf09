package io.cradle.testkit.oracle;

import io.cradle.testkit.oracle.OracleFootprint.FootprintKey;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Everything that must hold at the end of an epoch.
 *
 * @param asOfMs end of the epoch
 * @param footprints of every product made in every live period
 * @param rejected reasons by topic/partition/offset, of all records up to then
 * @param balances by network
 */
public record OracleResult(
        long asOfMs,
        Map<FootprintKey, OracleFootprint> footprints,
        Map<String, Reason> rejected,
        Map<String, OracleBalance> balances) {

    /** One footprint; fails, naming those there are, where it is not among them. */
    public OracleFootprint footprint(String network, String product, String period) {
        OracleFootprint footprint = footprints.get(new FootprintKey(network, product, period));
        if (footprint == null) {
            throw new NoSuchElementException("no footprint of " + network + "/" + product + "/" + period + " as of "
                    + asOfMs + ", only " + footprints.keySet());
        }
        return footprint;
    }
}

package io.cradle.testkit.oracle;

/**
 * What the processes of a network emitted in all live periods, kgCO2e excluding biogenic uptake, by what became of it;
 * only inputs that resolve are in it.
 *
 * @param allocated counted in products
 * @param unallocated of closed periods without production to carry it
 * @param pending of open periods, still waiting for production
 */
public record OracleBalance(double allocated, double unallocated, double pending) {

    OracleBalance plus(OracleBalance other) {
        return new OracleBalance(allocated + other.allocated, unallocated + other.unallocated, pending + other.pending);
    }
}

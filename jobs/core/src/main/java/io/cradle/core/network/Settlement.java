package io.cradle.core.network;

import io.cradle.core.activity.Period;
import io.cradle.core.explain.RecordedAmount;
import io.cradle.core.footprint.Publication;
import java.util.List;

/**
 * What settling one epoch gave.
 *
 * @param outcomes what became of every change, and of parked records that expired
 * @param rowsAccepted how many rows of readings became facts besides
 * @param blocks meter readings to store anew
 * @param publications in order of period and product
 * @param activities recorded amounts that changed
 * @param dropped periods that are no longer retained
 * @param errorBound bound on the error of any figure published, relative to its gross
 */
public record Settlement(
        long asOfMs,
        List<Outcome> outcomes,
        int rowsAccepted,
        List<ReadingBlock> blocks,
        List<Publication> publications,
        List<Activity> activities,
        List<Period> dropped,
        Balance balance,
        double errorBound) {

    /**
     * Readings of a meter that start on one UTC day.
     *
     * @param packed triples (start, end, micro-units); null where none are left
     * @param unit UCUM code of their unit; null where none are left
     */
    public record ReadingBlock(String meter, long day, boolean register, long[] packed, String unit) {}

    /** The recorded amounts of one flow of a process in a period. */
    public record Activity(String process, String flow, Period period, List<RecordedAmount> parts) {}

    /** kgCO2e excluding biogenic uptake, over all processes and live periods. */
    public record Balance(double allocated, double unallocated, double pending) {
        Balance plus(Balance other) {
            return new Balance(allocated + other.allocated, unallocated + other.unallocated, pending + other.pending);
        }
    }
}

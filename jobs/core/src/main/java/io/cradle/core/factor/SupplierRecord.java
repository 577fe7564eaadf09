package io.cradle.core.factor;

import io.cradle.core.Position;
import io.cradle.core.quantity.MassEnergy;
import java.time.LocalDate;
import java.util.List;

/**
 * A supplier's footprint of a product, per one declared unit.
 *
 * @param record the record's id
 * @param preceding ids of the records it supersedes
 * @param referenceEnd last day of the reference period
 * @param validFrom first day of validity, or null: open
 * @param validTo last day of validity, or null: open
 * @param indicators the nine indicators, kgCO2e per declared unit
 */
public record SupplierRecord(
        String record,
        List<String> preceding,
        String supplier,
        String product,
        LocalDate referenceEnd,
        LocalDate validFrom,
        LocalDate validTo,
        MassEnergy per,
        double[] indicators,
        Quality quality) {

    public boolean isValidOn(LocalDate day) {
        return (validFrom == null || !validFrom.isAfter(day)) && (validTo == null || !validTo.isBefore(day));
    }

    /** As a leaf, under the key of its record. */
    public Leaf leaf(String key, Position position) {
        return new Leaf(key, null, supplier, indicators, quality, per, position);
    }
}

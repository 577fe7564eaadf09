package io.cradle.core.network;

import io.cradle.core.quantity.MassEnergy;
import java.time.LocalDate;
import java.util.List;

/**
 * One version of a bill of materials.
 *
 * @param name of the product, or null
 * @param per the declared unit and its mass
 */
public record Bill(String product, LocalDate validFrom, String name, MassEnergy per, List<BillLine> lines) {
    public Bill {
        lines = List.copyOf(lines);
    }
}

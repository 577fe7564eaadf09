package io.cradle.testkit.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prices a product bought from a supplier (figures.md, 6.3). */
record Suppliers(NetworkView view, FactorTable factors, Period period) {

    /** With the supplier's record for the period, else with a factor whose flow is the product. */
    Resolved resolve(
            String product,
            String supplier,
            String region,
            LocalDate month,
            Quantity quantity,
            List<Masses.Entry> knownMasses) {
        Optional<Held<Fact.Supplied>> chosen = view.chosen(supplier, product, period);
        if (chosen.isEmpty()) {
            Resolved fallback = factors.resolve(product, FactorTable.SUPPLY, region, month, quantity);
            boolean none = fallback.equals(new Resolved.Missing(Gap.NO_FACTOR));
            return none ? new Resolved.Missing(Gap.NO_SUPPLIER_RECORD) : fallback;
        }
        Fact.Supplied record = chosen.get().fact();
        List<Masses.Entry> masses = new ArrayList<>(knownMasses);
        masses.add(new Masses.Entry(record.declaredUnit(), record.productMass()));
        Optional<BigDecimal> amount = new Masses(masses).convert(quantity, record.declaredUnit());
        OracleVersion version = new OracleVersion(
                chosen.get().key(), Optional.empty(), chosen.get().logTimeMs());
        return amount.<Resolved>map(a -> new Resolved.ToLeaf(record.leaf(), a.doubleValue(), Optional.of(version)))
                .orElse(new Resolved.Missing(Gap.UNIT_DIMENSION));
    }
}

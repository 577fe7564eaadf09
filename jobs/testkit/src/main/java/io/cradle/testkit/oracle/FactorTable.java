package io.cradle.testkit.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the factor of a flow and converts amounts to its unit (figures.md, 6.2). */
final class FactorTable {
    static final String SUPPLY = "supply";
    static final String COMBUSTION = "combustion";

    private final Collection<Held<Fact.Factor>> factors;

    FactorTable(Collection<Held<Fact.Factor>> factors) {
        this.factors = factors;
    }

    /** An amount of a flow priced with the factor of a kind; {@code month} is the first day of a month. */
    Resolved resolve(String flow, String kind, String region, LocalDate month, Quantity quantity) {
        LocalDate lastDay = month.plusMonths(1).minusDays(1);
        Optional<String> at = Optional.of(region);
        while (at.isPresent()) {
            String here = at.get();
            List<Held<Fact.Factor>> usable = factors.stream()
                    .filter(held -> held.fact().flow().equals(flow)
                            && held.fact().kind().equals(kind)
                            && held.fact().region().equals(here)
                            && !held.fact().validFrom().isAfter(lastDay))
                    .toList();
            if (!usable.isEmpty()) {
                return resolve(usable, month, lastDay, quantity);
            }
            at = Regions.parent(here);
        }
        return new Resolved.Missing(Gap.NO_FACTOR);
    }

    private static Resolved resolve(
            List<Held<Fact.Factor>> usable, LocalDate month, LocalDate lastDay, Quantity quantity) {
        Comparator<Held<Fact.Factor>> byValidFrom =
                Comparator.comparing(held -> held.fact().validFrom());
        Optional<Held<Fact.Factor>> valid = usable.stream()
                .filter(held ->
                        held.fact().validTo() == null || !held.fact().validTo().isBefore(month))
                .max(byValidFrom);
        Held<Fact.Factor> chosen =
                valid.or(() -> usable.stream().max(byValidFrom)).orElseThrow();
        Fact.Factor factor = chosen.fact();
        Leaf leaf = valid.isPresent()
                ? factor.leaf()
                : factor.leaf().withTemporalAtLeast(ratingOfAge(factor.validTo(), lastDay));
        OracleVersion version =
                new OracleVersion(chosen.key(), Optional.ofNullable(factor.version()), chosen.logTimeMs());
        return convert(quantity, factor)
                .<Resolved>map(amount -> new Resolved.ToLeaf(leaf, amount.doubleValue(), Optional.of(version)))
                .orElse(new Resolved.Missing(Gap.UNIT_DIMENSION));
    }

    private static double ratingOfAge(LocalDate validTo, LocalDate lastDay) {
        long days = ChronoUnit.DAYS.between(validTo, lastDay);
        if (days <= 366) {
            return 1;
        }
        if (days <= 731) {
            return 2;
        }
        if (days <= 1096) {
            return 3;
        }
        return days <= 1461 ? 4 : Leaf.UNKNOWN_RATING;
    }

    private static Optional<BigDecimal> convert(Quantity quantity, Fact.Factor factor) {
        Optional<BigDecimal> direct = quantity.in(factor.unit());
        if (direct.isPresent()) {
            return direct;
        }
        return switch (quantity.unit().dimension()) {
            case MASS -> perUnit(quantity, factor.kgPerUnit());
            case ENERGY -> perUnit(quantity, factor.netMjPerUnit());
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> perUnit(Quantity quantity, BigDecimal basePerUnit) {
        return Optional.ofNullable(basePerUnit).map(per -> quantity.inBase().divide(per, MathContext.DECIMAL128));
    }
}

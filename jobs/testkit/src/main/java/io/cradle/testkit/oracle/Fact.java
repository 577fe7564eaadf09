package io.cradle.testkit.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A record that intake has passed, read into numbers. A field that may be absent is null there; regions are never
 * absent (GLO).
 */
sealed interface Fact {

    /** A version of a bill of materials; {@code productMass} in kg per declared unit, or null. */
    record Bill(
            String product,
            String name,
            Unit declaredUnit,
            BigDecimal productMass,
            LocalDate validFrom,
            List<BillLine> lines)
            implements Fact {}

    /** {@code exempted} is null for a line that counts. */
    record BillLine(
            InputKind kind,
            String input,
            BigDecimal amount,
            Unit unit,
            String supplier,
            String region,
            Purpose purpose,
            BigDecimal exempted,
            boolean primary) {}

    /** What a line is for; the purposes that no figure tells apart are all {@code WITHIN}. */
    enum Purpose {
        WITHIN,
        PACKAGING,
        OUTBOUND
    }

    /** A version of a meter; {@code registerSize} null = the register never rolls over. */
    record Meter(
            String meter,
            LocalDate validFrom,
            String process,
            InputKind kind,
            String flow,
            String region,
            Unit unit,
            BigDecimal multiplier,
            boolean register,
            BigDecimal registerSize,
            boolean primary)
            implements Fact {}

    /** {@code startMs} and {@code unit} may be null. */
    record Reading(String meter, Long startMs, long endMs, BigDecimal value, Unit unit) implements Fact {}

    /** {@code supplier}, {@code replaces} and {@code evidence} may be null. */
    record Activity(
            String process,
            Interval interval,
            InputKind kind,
            String input,
            Quantity quantity,
            String region,
            String supplier,
            String replaces,
            String evidence,
            boolean primary)
            implements Fact {}

    /** {@code weight} null = the mass of the amount in kg. */
    record Production(
            String process,
            String product,
            String stage,
            Interval interval,
            Quantity quantity,
            BigDecimal weight,
            String allocationUnit)
            implements Fact {}

    record Purchase(String product, String supplier, Interval interval, Quantity quantity) implements Fact {}

    /** A supplier's record; the leaf's figures are per declared unit. {@code validFrom}, {@code validTo} may be null. */
    record Supplied(
            String record,
            List<String> preceding,
            String supplier,
            String product,
            Unit declaredUnit,
            BigDecimal productMass,
            LocalDate referenceEnd,
            LocalDate validFrom,
            LocalDate validTo,
            Leaf leaf)
            implements Fact {}

    /** {@code validTo}, {@code kgPerUnit}, {@code netMjPerUnit} and {@code version} may be null. */
    record Factor(
            String flow,
            String region,
            String kind,
            LocalDate validFrom,
            LocalDate validTo,
            Unit unit,
            Leaf leaf,
            BigDecimal kgPerUnit,
            BigDecimal netMjPerUnit,
            String version)
            implements Fact {}
}

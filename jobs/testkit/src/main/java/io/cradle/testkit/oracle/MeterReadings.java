package io.cradle.testkit.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The accepted readings of one meter: intervals, and values of a register by their instant. */
final class MeterReadings {
    private static final BigInteger TWO = BigInteger.TWO;

    private final List<Counted> intervals = new ArrayList<>();
    private final TreeMap<Long, Register> register = new TreeMap<>();

    /** An amount of micro-units of a unit in an interval. */
    record Counted(Interval interval, BigInteger micro, Unit unit) {}

    private record Register(BigInteger micro, Unit unit) {}

    /** Adds a reading under the meter's version in force, or says why not. */
    Optional<Reason> accept(Fact.Reading reading, Fact.Meter meter) {
        Unit unit = reading.unit() == null ? meter.unit() : reading.unit();
        if (unit.dimension() != meter.unit().dimension()) {
            return Optional.of(Reason.UNIT_DIMENSION);
        }
        BigInteger micro = micro(new Quantity(reading.value(), unit), meter.unit());
        if (meter.register()) {
            return acceptRegister(reading.endMs(), micro, meter);
        }
        if (reading.startMs() == null) {
            return Optional.of(Reason.MISSING_FIELD);
        }
        if (micro.signum() < 0) {
            return Optional.of(Reason.NEGATIVE_AMOUNT);
        }
        return acceptInterval(new Counted(new Interval(reading.startMs(), reading.endMs()), micro, meter.unit()));
    }

    private Optional<Reason> acceptInterval(Counted counted) {
        Interval interval = counted.interval();
        boolean conflict = intervals.stream()
                .map(Counted::interval)
                .anyMatch(other -> !other.equals(interval) && other.overlaps(interval.startMs(), interval.endMs()));
        if (conflict) {
            return Optional.of(Reason.DUPLICATE_CONFLICT);
        }
        intervals.removeIf(other -> other.interval().equals(interval));
        intervals.add(counted);
        return Optional.empty();
    }

    private Optional<Reason> acceptRegister(long atMs, BigInteger value, Fact.Meter meter) {
        BigInteger before = valueOf(register.lowerEntry(atMs));
        BigInteger after = valueOf(register.higherEntry(atMs));
        boolean fits = meter.registerSize() == null
                ? inOrder(before, value) && inOrder(value, after)
                : fitsRollover(before, value, after, micro(meter.registerSize()));
        if (!fits) {
            return Optional.of(Reason.REGISTER_BACKWARDS);
        }
        register.put(atMs, new Register(value, meter.unit()));
        return Optional.empty();
    }

    private static boolean inOrder(BigInteger earlier, BigInteger later) {
        return earlier == null || later == null || earlier.compareTo(later) <= 0;
    }

    private static boolean fitsRollover(BigInteger before, BigInteger value, BigInteger after, BigInteger size) {
        if (value.signum() < 0 || value.compareTo(size) >= 0) {
            return false;
        }
        BigInteger wayTo =
                before == null ? BigInteger.ZERO : value.subtract(before).mod(size);
        BigInteger wayFrom =
                after == null ? BigInteger.ZERO : after.subtract(value).mod(size);
        if (wayTo.multiply(TWO).compareTo(size) > 0 || wayFrom.multiply(TWO).compareTo(size) > 0) {
            return false;
        }
        return before == null
                || after == null
                || wayTo.add(wayFrom).equals(after.subtract(before).mod(size));
    }

    private static BigInteger valueOf(Map.Entry<Long, Register> entry) {
        return entry == null ? null : entry.getValue().micro();
    }

    /** The interval that an accepted reading ends; a register's first value ends none. */
    Optional<Interval> intervalUpTo(Fact.Reading reading, Fact.Meter meter) {
        if (!meter.register()) {
            return Optional.of(new Interval(reading.startMs(), reading.endMs()));
        }
        return Optional.ofNullable(register.lowerKey(reading.endMs()))
                .map(beforeMs -> new Interval(beforeMs, reading.endMs()));
    }

    boolean haveOtherUnitThan(Unit unit) {
        return intervals.stream().anyMatch(counted -> !counted.unit().equals(unit))
                || register.values().stream().anyMatch(value -> !value.unit().equals(unit));
    }

    /** Every interval with its amount; between two neighbours of the register lies one. */
    List<Counted> counted(MeterVersions versions) {
        List<Counted> all = new ArrayList<>(intervals);
        Map.Entry<Long, Register> before = null;
        for (Map.Entry<Long, Register> entry : register.entrySet()) {
            if (before != null) {
                Interval interval = new Interval(before.getKey(), entry.getKey());
                BigInteger way =
                        entry.getValue().micro().subtract(before.getValue().micro());
                BigDecimal size = versions.at(interval.startMs())
                        .map(Fact.Meter::registerSize)
                        .orElse(null);
                boolean rolledOver = way.signum() < 0 && size != null;
                all.add(new Counted(
                        interval,
                        rolledOver ? way.add(micro(size)) : way,
                        entry.getValue().unit()));
            }
            before = entry;
        }
        return all;
    }

    private static BigInteger micro(Quantity quantity, Unit unit) {
        return quantity.inBase()
                .movePointRight(6)
                .divide(unit.inBase(), 0, RoundingMode.HALF_EVEN)
                .toBigInteger();
    }

    private static BigInteger micro(BigDecimal amount) {
        return amount.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
    }
}

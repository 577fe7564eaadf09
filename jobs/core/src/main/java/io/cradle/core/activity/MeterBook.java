package io.cradle.core.activity;

import io.cradle.core.RejectReason;
import io.cradle.core.RejectedException;
import io.cradle.core.quantity.Interval;
import io.cradle.core.quantity.ShortDecimal;
import io.cradle.core.quantity.Unit;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One meter: its versions, its interval readings and its register readings, and what flowed in a span of time. */
public final class MeterBook {
    private final String meter;
    private final ReportingCalendar calendar;
    private final NavigableMap<LocalDate, Meter> versions = new TreeMap<>();
    /** The version of a meter that has one, as nearly all have. */
    private Meter only;

    private final ReadingLog intervals = new ReadingLog();
    private final ReadingLog registers = new ReadingLog();
    /** UCUM code of the unit of the readings; null while there are none. Outlives the versions. */
    private String readingsUnit;

    public MeterBook(String meter, ReportingCalendar calendar) {
        this.meter = meter;
        this.calendar = calendar;
    }

    /** The versions by their first day. */
    public NavigableMap<LocalDate, Meter> versions() {
        return Collections.unmodifiableNavigableMap(versions);
    }

    /** Whether a reading can be applied. */
    public boolean isKnown() {
        return !versions.isEmpty();
    }

    /** The instant of the last register value before another; that instant itself where there is none. */
    public long registerBefore(long atMs) {
        long[] before = registers.before(atMs);
        return before == null ? atMs : before[0];
    }

    /**
     * Judges whether a version may be added; facts that come back from state were judged before, and are not again.
     *
     * @throws RejectedException unit-dimension if the meter keeps its readings in another unit; register-backwards if
     *     its values have rolled over and the version has no size
     */
    public void requireFits(Meter version) throws RejectedException {
        String unit = version.unit().code();
        Optional<String> kept = versions.values().stream()
                .filter(other -> !other.validFrom().equals(version.validFrom()))
                .map(other -> other.unit().code())
                .findFirst()
                .or(() -> Optional.ofNullable(readingsUnit));
        if (kept.isPresent() && !kept.get().equals(unit)) {
            throw new RejectedException(
                    RejectReason.UNIT_DIMENSION,
                    "meter " + meter + " keeps its readings in " + kept.get() + ", not in " + unit
                            + "; a meter in another unit needs an id of its own");
        }
        if (version.register() && version.registerSize() == 0 && Register.everFalls(registers)) {
            throw new RejectedException(
                    RejectReason.REGISTER_BACKWARDS,
                    "the values of meter " + meter + " have rolled over, but this version has no register_size");
        }
    }

    /** Adds or replaces a version. */
    public void define(Meter version) {
        versions.put(version.validFrom(), version);
        only = only();
    }

    /** Removes the version of a first day, where there is one. */
    public void undefine(LocalDate validFrom) {
        versions.remove(validFrom);
        only = only();
    }

    private Meter only() {
        return versions.size() == 1 ? versions.firstEntry().getValue() : null;
    }

    /**
     * Adds a reading; the meter is known.
     *
     * @return the UTC day whose block changed
     * @throws RejectedException unit-dimension, missing-field, register-backwards or duplicate-conflict
     */
    public long read(Reading reading) throws RejectedException {
        Meter version = versionAt(reading.fromMs());
        Unit unit = reading.unit() == null ? version.unit() : reading.unit();
        if (!unit.sameDimension(version.unit())) {
            throw new RejectedException(
                    RejectReason.UNIT_DIMENSION,
                    "unit " + unit.code() + " of the reading does not convert to "
                            + version.unit().code() + ", the unit of meter " + meter);
        }
        long micros = reading.value().micros(unit, version.unit());
        long day = version.register() ? readRegister(version, reading, micros) : readInterval(reading, micros);
        readingsUnit = version.unit().code();
        return day;
    }

    /** What {@link #readUsual} gives where it did nothing. */
    public static final long UNUSUAL = Long.MIN_VALUE;

    /**
     * Adds the reading of an interval in the meter's unit, which nearly all are, as {@link #read} would.
     *
     * @param decimal its value
     * @param unit of the value, or null: the meter's
     * @return the UTC day whose block changed, or {@link #UNUSUAL} where {@link #read} must judge
     */
    public long readUsual(long startMs, long endMs, long decimal, Unit unit) {
        if (only == null
                || only.register()
                || startMs == Reading.NO_START
                || !(unit == null || unit.code().equals(only.unit().code()))
                || !ShortDecimal.isMicros(decimal)
                || decimal < 0
                || intervals.put(startMs, endMs, ShortDecimal.micros(decimal)) == ReadingLog.Outcome.CONFLICT) {
            return UNUSUAL;
        }
        readingsUnit = only.unit().code();
        return ReadingLog.day(startMs);
    }

    /** Puts back a day of readings; triples (start, end, micro-units) of a unit. */
    public void load(long day, boolean register, long[] packed, String unit) {
        (register ? registers : intervals).load(day, packed);
        readingsUnit = unit;
    }

    /** A day of readings as triples, or null where there are none. */
    public long[] packed(long day, boolean register) {
        return (register ? registers : intervals).packed(day);
    }

    /** UCUM code of the unit of the readings, or null where there are none. */
    public String readingsUnit() {
        return readingsUnit;
    }

    /** The days that have readings. */
    public Set<Long> days(boolean register) {
        return (register ? registers : intervals).days();
    }

    /** Removes every reading. */
    public void clearReadings() {
        intervals.clear();
        registers.clear();
        readingsUnit = null;
    }

    private long readInterval(Reading reading, long micros) throws RejectedException {
        if (reading.startMs() == Reading.NO_START) {
            throw new RejectedException(
                    RejectReason.MISSING_FIELD, "start is missing: meter " + meter + " has interval readings");
        }
        if (micros < 0) {
            throw new RejectedException(
                    RejectReason.NEGATIVE_AMOUNT, "value " + reading.value() + ": an interval reading is 0 or more");
        }
        if (intervals.put(reading.startMs(), reading.endMs(), micros) == ReadingLog.Outcome.CONFLICT) {
            throw new RejectedException(
                    RejectReason.DUPLICATE_CONFLICT,
                    "overlaps another interval of meter " + meter
                            + "; the same start and end would replace that reading");
        }
        return ReadingLog.day(reading.startMs());
    }

    private long readRegister(Meter version, Reading reading, long micros) throws RejectedException {
        long at = reading.endMs();
        if (!Register.fits(registers.before(at), micros, registers.from(at + 1), version.registerSize())) {
            throw new RejectedException(
                    RejectReason.REGISTER_BACKWARDS,
                    "register value " + reading.value() + " of meter " + meter
                            + " does not lie between the values before and after it"
                            + (version.registerSize() == 0 ? " (and the meter has no register_size)" : ""));
        }
        registers.put(at, at, micros);
        return ReadingLog.day(at);
    }

    /** The version in force at an instant: the latest that has begun, else the earliest. */
    public Meter versionAt(long timeMs) {
        if (only != null) {
            return only;
        }
        LocalDate day = calendar.dayOf(timeMs);
        Map.Entry<LocalDate, Meter> version = versions.floorEntry(day);
        return version == null ? versions.firstEntry().getValue() : version.getValue();
    }

    /** Receives what flowed through the meter in an interval. */
    public interface FlowVisitor {
        void flowed(Meter version, Interval interval, long micros);

        /**
         * Offers what flowed on one or more days as one exact sum, before the intervals.
         *
         * @param interval from the start of the first interval to the end of the last
         * @return whether it is taken; otherwise parts of it or the intervals follow one by one
         */
        default boolean flowedOnDays(Meter version, Interval interval, long micros) {
            return false;
        }
    }

    /** Visits every interval that overlaps [fromMs, toMs), in order: intervals first, then register differences. */
    public void flows(long fromMs, long toMs, FlowVisitor visitor) {
        if (versions.isEmpty()) {
            return;
        }
        ReadingLog.Visitor each = new ReadingLog.Visitor() {
            @Override
            public void reading(long startMs, long endMs, long micros) {
                if (endMs > fromMs) {
                    visitor.flowed(versionAt(startMs), new Interval(startMs, endMs), micros);
                }
            }

            @Override
            public boolean days(long firstStartMs, long lastStartMs, long lastEndMs, long totalMicros) {
                Meter version = versionAt(firstStartMs);
                return (only != null || version.equals(versionAt(lastStartMs)))
                        && visitor.flowedOnDays(version, new Interval(firstStartMs, lastEndMs), totalMicros);
            }
        };
        long[] first = intervals.before(fromMs);
        intervals.visit(first == null ? fromMs : first[0], toMs, each);
        if (!registers.isEmpty()) {
            new Register(registers, this).differences(fromMs, toMs, each);
        }
    }
}

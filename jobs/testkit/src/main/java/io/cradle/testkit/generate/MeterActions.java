package io.cradle.testkit.generate;

import io.cradle.schemas.EnergyMeter;
import io.cradle.schemas.MeterReading;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Meters and their readings: intervals with gaps, duplicates and late parts, registers that roll over. */
final class MeterActions implements Actions {
    private static final double REGISTER_SIZE = 1000;

    private final World world;
    private final Dice dice;
    private final List<Counter> counters = new ArrayList<>();

    /** A meter as it stands on the wall. */
    private static final class Counter {
        final String meter;
        final boolean register;
        final boolean rollsOver;
        final String unit;
        final String flow;
        final String kind;
        Instant cursor;
        double value = 990;
        /** Written readings: end to (start, value). */
        final TreeMap<Instant, MeterReading> written = new TreeMap<>();

        Counter(String meter, String kind, String flow, String unit, boolean register, boolean rollsOver) {
            this.meter = meter;
            this.kind = kind;
            this.flow = flow;
            this.unit = unit;
            this.register = register;
            this.rollsOver = rollsOver;
        }
    }

    MeterActions(World world) {
        this.world = world;
        this.dice = world.dice;
        if (world.has(Feature.METERS)) {
            counters.add(new Counter("m0", "flow", "electricity", "kW.h", false, false));
            counters.add(new Counter("m1", "flow", "electricity", "MW.h", false, false));
            counters.add(new Counter("m2", "fuel", "diesel", "L", false, false));
            counters.add(new Counter("m3", "gas", "CO2", "kg", false, false));
        }
        if (world.has(Feature.REGISTERS)) {
            counters.add(new Counter("r0", "flow", "steam", "MJ", true, true));
            counters.add(new Counter("r1", "flow", "electricity", "kW.h", true, false));
        }
    }

    @Override
    public int weight() {
        return counters.isEmpty() ? 0 : 30;
    }

    @Override
    public void begin(LogBuilder log, long nowMs) {
        for (int i = 0; i < counters.size(); i++) {
            Counter counter = counters.get(i);
            counter.cursor = Instant.ofEpochMilli(nowMs).minus(Duration.ofDays(14));
            // One meter is defined late, so that its readings wait.
            if (!world.has(Feature.PARKING) || i != 1) {
                put(log, definition(counter, world.processes.get(i % world.processes.size()), "2023-01-01"));
            }
        }
    }

    @Override
    public void act(LogBuilder log, long nowMs) {
        Counter counter = dice.pick(counters);
        if (dice.chance(0.06)) {
            String validFrom = dice.of("2023-01-01", "2024-02-10", "2024-03-01");
            put(log, definition(counter, dice.pick(world.processes), validFrom));
        } else if (world.has(Feature.DELETIONS) && dice.chance(0.04)) {
            deleteDefinitions(log, counter);
        } else if (world.has(Feature.DELETIONS) && dice.chance(0.02)) {
            counter.written.clear();
            log.delete(InputTopic.METER_READINGS, world.network, counter.meter);
        } else if (dice.chance(0.15) && !counter.written.isEmpty()) {
            replace(log, counter);
        } else {
            for (int i = dice.between(1, 4); i > 0; i--) {
                next(log, counter, nowMs);
            }
        }
    }

    private EnergyMeter definition(Counter counter, String process, String validFrom) {
        return EnergyMeter.newBuilder(Records.meter(world.network, counter.meter, process, counter.flow, counter.unit))
                .setValidFrom(LocalDate.parse(validFrom))
                .setInputKind(counter.kind)
                .setRegion(counter.kind.equals("gas") ? null : world.region())
                .setMultiplier(dice.of(null, null, "2", "0.5"))
                .setReadingKind(counter.register ? "register" : dice.of(null, "interval"))
                .setRegisterSize(counter.rollsOver ? "1000" : null)
                .setDataSource(dice.of(null, null, "secondary"))
                .build();
    }

    private void deleteDefinitions(LogBuilder log, Counter counter) {
        List<String> keys = world.meters.entrySet().stream()
                .filter(entry -> entry.getValue().getMeter().equals(counter.meter))
                .map(java.util.Map.Entry::getKey)
                .toList();
        for (String key : keys) {
            world.meters.remove(key);
            log.delete(InputTopic.ENERGY_METERS, RecordKey.split(key).toArray(new String[0]));
        }
    }

    /** The next reading, unless it would lie in the future; now and then an interval is left out. */
    private void next(LogBuilder log, Counter counter, long nowMs) {
        Instant end = counter.cursor.plus(Duration.ofHours(dice.of(6, 24, 30, 72, 200)));
        if (end.plus(Duration.ofHours(World.SETTLED_HOURS)).toEpochMilli() > nowMs) {
            return;
        }
        if (counter.register) {
            counter.value += dice.within(1, 300);
            if (counter.rollsOver) {
                counter.value %= REGISTER_SIZE;
            }
            write(log, counter, null, end, Dice.decimal(counter.value));
        } else if (dice.chance(0.85)) {
            write(log, counter, counter.cursor, end, dice.decimal(1, 500));
        }
        counter.cursor = end;
    }

    private void replace(LogBuilder log, Counter counter) {
        MeterReading old = dice.pick(List.copyOf(counter.written.values()));
        double before = Double.parseDouble(old.getValue());
        // A register may move a little only, or it would run backwards.
        String value = counter.register ? Dice.decimal(before + 0.1) : dice.decimal(1, 500);
        write(log, counter, old.getStart(), old.getEnd(), value);
    }

    private void write(LogBuilder log, Counter counter, Instant start, Instant end, String value) {
        MeterReading reading = MeterReading.newBuilder()
                .setNetwork(world.network)
                .setMeter(counter.meter)
                .setStart(start)
                .setEnd(end)
                .setValue(value)
                .setUnit(dice.of(null, counter.unit))
                .build();
        counter.written.put(end, reading);
        log.put(reading);
    }

    private void put(LogBuilder log, EnergyMeter meter) {
        world.meters.put(RecordKey.of(InputTopic.ENERGY_METERS, meter), meter);
        log.put(meter);
    }
}

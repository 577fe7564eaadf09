package io.cradle.core.network;

import io.cradle.core.RejectedException;
import io.cradle.core.activity.Meter;
import io.cradle.core.activity.MeterBook;
import io.cradle.core.activity.Reading;

/**
 * Writes readings into the books of their meters. They come many at a time, ordered by meter, so whatever is the same as
 * for the reading before is looked up and noted once.
 */
final class ReadingWriter {
    /** Where it is noted what a reading concerns. */
    interface Notes {
        void block(String meter, long day, boolean register);

        void touchProcesses(MeterBook meter, long fromMs, Change change);

        /** Activity from one instant to another, both in it. */
        void open(long startMs, long lastMs);
    }

    private final NetworkFacts facts;
    private final Notes notes;

    private String meter;
    private MeterBook book;
    private long touchedFromMs;
    private long notedDay;
    private Boolean notedRegister;

    ReadingWriter(NetworkFacts facts, Notes notes) {
        this.facts = facts;
        this.notes = notes;
    }

    /** Forgets what the last reading was: an epoch begins, or a meter changes. */
    void forget() {
        meter = null;
    }

    /**
     * Adds a reading.
     *
     * @throws RejectedException if its meter does not take it
     */
    void write(Change.ReadingChange change) throws RejectedException {
        meet(change.meter());
        Reading reading = change.reading();
        long startMs = reading.fromMs();
        Meter version = book.versionAt(startMs);
        long day = book.read(reading);
        note(day, version.register());
        // A register value changes the amounts since the value before it.
        long fromMs = version.register() ? book.registerBefore(reading.endMs()) : startMs;
        if (fromMs < touchedFromMs) {
            touch(fromMs, change);
        }
        // The first value of a register says nothing yet of what flowed.
        if (!version.register() || fromMs < reading.endMs()) {
            notes.open(fromMs, Math.max(fromMs, reading.endMs() - 1));
        }
    }

    /**
     * Adds a row, where nothing about it is unusual.
     *
     * @return false where nothing was done: {@link #write} must judge
     */
    boolean writeUsual(ReadingRows row) {
        meet(row.meter());
        long startMs = row.startMs();
        long day = book.readUsual(startMs, row.endMs(), row.decimal(), row.unit());
        if (day == MeterBook.UNUSUAL) {
            return false;
        }
        note(day, false);
        if (startMs < touchedFromMs) {
            touch(startMs, row.change());
        }
        notes.open(startMs, row.endMs() - 1);
        return true;
    }

    private void note(long day, boolean register) {
        if (notedRegister == null || notedRegister != register || notedDay != day) {
            notes.block(meter, day, register);
            notedDay = day;
            notedRegister = register;
        }
    }

    private void touch(long fromMs, Change change) {
        notes.touchProcesses(book, fromMs, change);
        touchedFromMs = fromMs;
    }

    private void meet(String name) {
        if (!name.equals(meter)) {
            meter = name;
            book = facts.meter(name);
            touchedFromMs = Long.MAX_VALUE;
            notedRegister = null;
        }
    }

    /** Removes all readings of a meter. */
    void clear(Change.ReadingChange change) {
        forget();
        MeterBook cleared = facts.meter(change.meter());
        cleared.days(false).forEach(day -> notes.block(change.meter(), day, false));
        cleared.days(true).forEach(day -> notes.block(change.meter(), day, true));
        cleared.clearReadings();
        notes.touchProcesses(cleared, Touches.ALWAYS, change);
    }
}

package io.cradle.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.Position;
import io.cradle.core.activity.Reading;
import io.cradle.core.quantity.ShortDecimal;
import io.cradle.core.quantity.Unit;
import io.cradle.core.quantity.Units;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Readings in rows are taken as the same readings are that come as changes. */
class ReadingRowsTest {
    private static final int EPOCHS = 60;
    private static final long QUARTER_MS = 900_000;

    private final Random random = new Random(5);
    private final LoggedNetwork asChanges = network();
    private final LoggedNetwork asRows = network();
    private final ReadingRows rows = new ReadingRows();
    private long offset;
    private int accepted;
    private int rejected;
    private int parked;

    private static LoggedNetwork network() {
        LoggedNetwork network = new LoggedNetwork().factor("electricity", "kW.h", 0.5);
        network.at(
                "2024-01-01T01",
                Facts.bill("steel", "kg"),
                Facts.meter("m0", "p", false),
                Facts.meter("m1", "p", true),
                Facts.meter("m2", "q", false),
                Facts.production("made", "p", "steel", "2024-01-01 2024-02-01", "1000 kg"));
        return network;
    }

    @Test
    void rowsAndChangesComeToTheSame() {
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            long endMs = Facts.ms("2024-01-02") + epoch * 43_200_000L;
            List<Change> definitions = new ArrayList<>();
            if (epoch == EPOCHS / 2) {
                // What was parked is applied now, before the readings of the epoch.
                definitions.add(Facts.meter("m3", "q", false));
            }
            List<Change.ReadingChange> readings = readings(endMs);
            List<Change> all = new ArrayList<>(definitions);
            all.addAll(readings);
            Collections.shuffle(all, random);
            Settlement expected = asChanges.network().settle(endMs, all);
            fill(readings);
            Settlement found = asRows.network().settle(endMs, definitions, rows);
            requireSame(expected, found);
        }
        assertTrue(accepted > 1_000, accepted + " rows were accepted as such");
        assertTrue(rejected > 100, rejected + " readings were rejected");
        assertTrue(parked > 100, parked + " readings were parked");
    }

    private void requireSame(Settlement expected, Settlement found) {
        List<String> accepted = texts(expected, Outcome.Accepted.class);
        List<String> acceptedAsChanges = texts(found, Outcome.Accepted.class);
        assertEquals(accepted.size(), acceptedAsChanges.size() + found.rowsAccepted());
        assertTrue(accepted.containsAll(acceptedAsChanges));
        assertEquals(texts(expected, Outcome.Rejected.class), texts(found, Outcome.Rejected.class));
        assertEquals(texts(expected, Outcome.Parked.class), texts(found, Outcome.Parked.class));
        assertEquals(blocks(expected), blocks(found));
        assertEquals(publications(expected), publications(found));
        assertEquals(expected.balance(), found.balance());
        assertEquals(asChanges.network().openedPeriods(), asRows.network().openedPeriods());
        this.accepted += found.rowsAccepted();
        rejected += texts(found, Outcome.Rejected.class).size();
        parked += texts(found, Outcome.Parked.class).size();
    }

    private static List<String> texts(Settlement settlement, Class<? extends Outcome> kind) {
        return settlement.outcomes().stream()
                .filter(kind::isInstance)
                .map(Object::toString)
                .toList();
    }

    private static List<String> publications(Settlement settlement) {
        return settlement.publications().stream()
                .map(p -> p.product()
                        + p.period()
                        + p.cause()
                        + p.contributions()
                        + p.versions()
                        + p.unresolved()
                        + Arrays.toString(p.figures().values())
                        + p.published().status())
                .toList();
    }

    private static List<String> blocks(Settlement settlement) {
        return settlement.blocks().stream()
                .map(block ->
                        block.meter() + block.day() + block.register() + block.unit() + Arrays.toString(block.packed()))
                .toList();
    }

    private List<Change.ReadingChange> readings(long endMs) {
        List<Change.ReadingChange> readings = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String meter = "m" + random.nextInt(4);
            long startMs = endMs - QUARTER_MS * (1 + random.nextInt(80));
            boolean started = random.nextInt(5) > 0 && !meter.equals("m1");
            if (random.nextInt(40) == 0) {
                // No longer retained.
                startMs -= 5 * 365 * 86_400_000L;
            }
            Unit unit = random.nextInt(3) == 0 ? null : Units.of(random.nextInt(9) == 0 ? "MW.h" : "kW.h");
            Position at = new Position(endMs - 1, "meter-readings", 0, offset++);
            readings.add(new Change.ReadingChange(
                    at,
                    "n/" + meter,
                    meter,
                    new Reading(
                            started ? startMs : Reading.NO_START,
                            startMs + QUARTER_MS * (1 + random.nextInt(8) / 7),
                            random.nextInt(20) == 0 ? "-1" : random.nextInt(100) + "." + random.nextInt(10),
                            unit)));
        }
        return readings;
    }

    private void fill(List<Change.ReadingChange> readings) {
        rows.begin(place -> readings.get((int) place));
        int[] numbers = {-1, -1, -1, -1};
        for (int i = 0; i < readings.size(); i++) {
            Change.ReadingChange change = readings.get(i);
            int meter = change.meter().charAt(1) - '0';
            // A meter that was begun goes on under another number now and then.
            if (numbers[meter] < 0 || random.nextInt(10) == 0) {
                numbers[meter] = rows.meter(change.key(), change.meter());
            }
            add(numbers[meter], change, i);
        }
        assertTrue(rows.isInOrder());
        assertEquals(readings.size(), rows.size());
    }

    private void add(int meter, Change.ReadingChange change, int place) {
        byte[] ascii = change.reading().value().toString().getBytes(StandardCharsets.US_ASCII);
        rows.add(
                meter,
                change.position().logTimeMs(),
                change.position().partition(),
                change.position().offset(),
                change.reading().startMs(),
                change.reading().endMs(),
                ShortDecimal.ofCanonical(ascii, 0, ascii.length),
                change.reading().unit(),
                place);
    }

    @Test
    void rowsOutOfTheOrderOfTheLogAreNoticed() {
        List<Change.ReadingChange> readings = new ArrayList<>(readings(Facts.ms("2024-01-02")));
        rows.begin(place -> readings.get((int) place));
        int m0 = rows.meter("n/m0", "m0");
        add(m0, readings.get(1), 1);
        add(m0, readings.get(2), 2);
        assertTrue(rows.isInOrder());
        int again = rows.meter("n/m0", "m0");
        add(again, readings.get(0), 0);
        assertFalse(rows.isInOrder(), "the second begins before the first ends");
        rows.begin(place -> readings.get((int) place));
        m0 = rows.meter("n/m0", "m0");
        add(m0, readings.get(2), 2);
        add(m0, readings.get(1), 1);
        assertFalse(rows.isInOrder());
    }
}

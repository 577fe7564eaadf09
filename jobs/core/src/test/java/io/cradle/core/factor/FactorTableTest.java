package io.cradle.core.factor;

import static io.cradle.core.factor.Factors.grid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which factor an input resolves to: by region, month and log time, whatever the order of arrival. */
class FactorTableTest {
    private static final long NOW = 1_000;

    @Test
    void theNearestRegionWins() {
        FactorTable table = new Factors()
                .put(1, grid("GLO", "2024-01-01", null, 0.1))
                .put(2, grid("CN", "2024-01-01", null, 0.2))
                .put(3, grid("CN-X-EAST", "2024-01-01", null, 0.3))
                .table();
        assertEquals("v0.3 [parent-region]", answer(table, "CN-ZJ", "2024-03", NOW));
        assertEquals("v0.3 []", answer(table, "CN-X-EAST", "2024-03", NOW));
        assertEquals("v0.2 [parent-region]", answer(table, "CN-SC", "2024-03", NOW));
        assertEquals("v0.1 [parent-region]", answer(table, "US-CA", "2024-03", NOW));
        assertEquals("v0.1 []", answer(table, "GLO", "2024-03", NOW));
    }

    /** A near factor that is only to begin does not hide the wide one; a near one that has ended does. */
    @Test
    void aRegionCountsOnceItHasBegun() {
        FactorTable table = new Factors()
                .put(1, grid("GLO", "2020-01-01", null, 0.1))
                .put(2, grid("CN", "2024-03-31", "2024-04-10", 0.2))
                .table();
        assertEquals("v0.1 [parent-region]", answer(table, "CN", "2024-02", NOW));
        assertEquals("v0.2 []", answer(table, "CN", "2024-03", NOW));
        assertEquals("v0.2 []", answer(table, "CN", "2024-04", NOW));
        assertEquals("v0.2 [older-factor]", answer(table, "CN", "2024-05", NOW));
    }

    @Test
    void theLatestValidInTheMonthWins() {
        FactorTable table = new Factors()
                .put(1, grid("CN", "2023-01-01", null, 0.1))
                .put(2, grid("CN", "2024-01-01", "2024-01-31", 0.2))
                .put(3, grid("CN", "2024-01-15", "2024-06-30", 0.3))
                .table();
        assertEquals("v0.1 []", answer(table, "CN", "2023-12", NOW));
        assertEquals("v0.3 []", answer(table, "CN", "2024-01", NOW));
        assertEquals("v0.1 []", answer(table, "CN", "2024-07", NOW), "a valid one goes before a later one that ended");
    }

    @Test
    void nothingAnywhereIsNoFactor() {
        FactorTable table =
                new Factors().put(1, grid("CN", "2024-01-01", null, 0.1)).table();
        assertEquals("none", answer(table, "US", "2024-03", NOW));
        assertEquals("none", answer(table, "CN", "2023-12", NOW));
        assertEquals(
                Optional.empty(),
                table.resolve("grid", FactorKind.COMBUSTION, "CN", YearMonth.parse("2024-03"), NOW),
                "kinds never stand in for one another");
        assertEquals(
                Optional.empty(), table.resolve("steam", FactorKind.SUPPLY, "CN", YearMonth.parse("2024-03"), NOW));
    }

    @Test
    void itIsReadAsOfALogTime() {
        Factor first = grid("CN", "2024-01-01", null, 0.1);
        FactorTable table = new Factors()
                .put(10, first)
                .put(20, grid("CN", "2024-01-01", null, 0.2))
                .delete(30, first)
                .put(40, grid("CN", "2024-01-01", null, 0.4))
                .table();
        assertEquals("none", answer(table, "CN", "2024-03", 9));
        assertEquals("v0.1 []", answer(table, "CN", "2024-03", 10));
        assertEquals("v0.1 []", answer(table, "CN", "2024-03", 19));
        assertEquals("v0.2 []", answer(table, "CN", "2024-03", 29));
        assertEquals("none", answer(table, "CN", "2024-03", 30));
        assertEquals("v0.4 []", answer(table, "CN", "2024-03", NOW));
    }

    @Test
    void aDeletedFactorGivesWayToTheOneBefore() {
        Factor newer = grid("CN", "2024-01-01", null, 0.2);
        FactorTable table = new Factors()
                .put(1, grid("CN", "2023-01-01", "2023-12-31", 0.1))
                .put(2, newer)
                .delete(3, newer)
                .table();
        assertEquals("v0.2 []", answer(table, "CN", "2024-03", 2));
        assertEquals("v0.1 [older-factor]", answer(table, "CN", "2024-03", 3));
    }

    @Test
    void changesAreFoundByLogTime() {
        FactorTable table = new Factors()
                .put(10, grid("CN", "2024-01-01", null, 0.1))
                .put(20, grid("US", "2024-01-01", null, 0.2))
                .table();
        assertEquals(Set.of(20L), table.changeTimes(10, 20));
        assertEquals(Set.of(10L), table.changeTimes(9, 19));
        assertEquals(Set.of(), table.changeTimes(20, 20));
        assertEquals(List.of(new FactorTable.Changed("grid", Factors.at(10))), table.changes(Long.MIN_VALUE, 10));
    }

    @Test
    void anyOrderOfArrivalAnswersAlike() {
        Random random = new Random(5);
        for (int run = 0; run < 20; run++) {
            List<Entry> log = randomLog(random);
            List<String> inOrder = answers(tableOf(log));
            Collections.shuffle(log, random);
            assertEquals(inOrder, answers(tableOf(log)));
        }
    }

    @Test
    void whatIsForgottenIsNotMissed() {
        Random random = new Random(6);
        int forgotten = 0;
        for (int run = 0; run < 20; run++) {
            List<Entry> log = randomLog(random);
            FactorTable table = tableOf(log);
            long upTo = 1 + random.nextLong(40);
            List<String> before = answers(table, upTo);
            for (Entry entry : log) {
                Factor factor = entry.factor();
                forgotten += table.forget(factor.flow(), factor.region(), factor.kind(), factor.validFrom(), upTo)
                        .size();
            }
            assertEquals(before, answers(table, upTo));
            assertEquals(Set.of(), table.changeTimes(0, upTo));
        }
        assertTrue(forgotten > 100, "too little was forgotten to tell anything: " + forgotten);
    }

    private record Entry(long logTimeMs, Factor factor, boolean deleted) {}

    private static List<Entry> randomLog(Random random) {
        String[] regions = {"GLO", "CN", "CN-X-EAST", "CN-ZJ", "US"};
        String[] starts = {"2023-01-01", "2024-01-01", "2024-02-10"};
        String[] ends = {null, "2024-01-20", "2024-03-31"};
        List<Entry> log = new ArrayList<>();
        for (long time = 1; time <= 40; time++) {
            int start = random.nextInt(3);
            String end = start == 2 && random.nextBoolean() ? ends[2] : ends[random.nextInt(2) * (start == 2 ? 0 : 1)];
            Factor factor = grid(regions[random.nextInt(5)], starts[start], end, (double) time);
            log.add(new Entry(time, factor, random.nextInt(4) == 0));
        }
        return log;
    }

    private static FactorTable tableOf(List<Entry> log) {
        Factors factors = new Factors();
        for (Entry entry : log) {
            if (entry.deleted()) {
                factors.delete(entry.logTimeMs(), entry.factor());
            } else {
                factors.put(entry.logTimeMs(), entry.factor());
            }
        }
        return factors.table();
    }

    private static List<String> answers(FactorTable table) {
        return answers(table, 0);
    }

    private static List<String> answers(FactorTable table, long fromMs) {
        List<String> answers = new ArrayList<>();
        for (long asOf = fromMs; asOf <= 41; asOf++) {
            for (String region : List.of("CN-ZJ", "CN-BJ", "US-CA", "FR")) {
                for (String month : List.of("2022-12", "2023-06", "2024-01", "2024-02", "2024-05")) {
                    answers.add(answer(table, region, month, asOf));
                }
            }
        }
        return answers;
    }

    private static String answer(FactorTable table, String region, String month, long asOfMs) {
        return table.resolve("grid", FactorKind.SUPPLY, region, YearMonth.parse(month), asOfMs)
                .map(match -> match.factor().version() + " " + match.notes())
                .orElse("none");
    }
}

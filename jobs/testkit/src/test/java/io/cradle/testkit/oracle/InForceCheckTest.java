package io.cradle.testkit.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.schemas.FootprintFigures;
import io.cradle.schemas.ProductFootprint;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.oracle.InForceCheck.Selection;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class InForceCheckTest {
    private static final OracleSettings SETTINGS = OracleSettings.defaults()
            .withPeriods(PeriodKind.MONTH, ZoneOffset.UTC, Duration.ofDays(2), 2)
            .withEpochs(500, Duration.ofDays(1));
    private static final List<LogEntry> LOG =
            NetworkGenerator.generate(3, GeneratorOptions.everything().size(1, 6, 3, 60));
    private static final Selection ALL = new Selection(Optional.empty(), Optional.empty());

    private static List<ProductFootprint> right() {
        OracleReplay replay = new OracleReplay(SETTINGS);
        return Published.all(replay.publications(LOG, replay.lastEpochMs(LOG)).stream()
                .filter(publication -> publication.verdict() == Verdict.MUST)
                .toList());
    }

    private static CheckReport check(List<ProductFootprint> published, long asOfMs) {
        return InForceCheck.compare(published, LOG, SETTINGS, asOfMs, ALL);
    }

    @Test
    void whatIsInForceIsRightAtEveryEpoch() {
        List<ProductFootprint> published = right();
        TreeSet<Long> epochs = new TreeSet<>();
        published.forEach(one -> epochs.add(one.getAsOf().toEpochMilli()));
        int compared = 0;
        for (long asOfMs : epochs) {
            CheckReport report = check(published, asOfMs);
            assertTrue(report.ok(), () -> asOfMs + ": " + report.describe(5));
            compared += report.compared();
        }
        assertTrue(compared > 100, "footprints worth checking: " + compared);
    }

    @Test
    void aPublicationThatIsLeftOutLeavesAnOlderOneInForce() {
        List<ProductFootprint> published = right();
        int found = 0;
        for (int i = 0; i < published.size(); i += 4) {
            ProductFootprint gone = published.get(i);
            List<ProductFootprint> others = new ArrayList<>(published);
            others.remove(i);
            CheckReport report = check(others, gone.getAsOf().toEpochMilli());
            assertEquals(1, report.wrong().size() + report.missing().size(), report.describe(5));
            found += report.wrong().size();
        }
        assertTrue(found > 2, "older ones in force: " + found);
    }

    @Test
    void aWrongFigureIsFoundWhereItIsInForceOnly() {
        List<ProductFootprint> published = right();
        ProductFootprint last = published.stream()
                .filter(one -> one.getFigures() != null && one.getFigures().getGross() > 0)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        FootprintFigures figures = last.getFigures();
        figures.put("fossil", figures.getFossil() + figures.getGross() * 2e-9);
        long asOfMs = last.getAsOf().toEpochMilli();
        CheckReport report = check(published, asOfMs);
        assertEquals(1, report.wrong().size(), report.describe(5));
        assertEquals("fossil", report.wrong().get(0).field());
        assertTrue(check(published, asOfMs - 500).ok());
        Selection other = new Selection(Optional.of("another"), Optional.empty());
        assertTrue(InForceCheck.compare(published, LOG, SETTINGS, asOfMs, other).ok());
    }

    @Test
    void aPublicationThatNoEpochLedToIsSuperfluous() {
        List<ProductFootprint> published = right();
        ProductFootprint last = published.get(published.size() - 1);
        long asOfMs = last.getAsOf().toEpochMilli() + 500;
        published.add(ProductFootprint.newBuilder(last)
                .setAsOf(last.getAsOf().plusMillis(3))
                .setStatus("restated")
                .build());
        assertEquals(
                List.of("no epoch of 500 ms ends then"),
                check(published, asOfMs).superfluous().stream()
                        .map(CheckReport.Place::note)
                        .toList());
    }
}

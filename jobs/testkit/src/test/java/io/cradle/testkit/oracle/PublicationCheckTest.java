package io.cradle.testkit.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.schemas.FootprintFigures;
import io.cradle.schemas.ProductFootprint;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.NetworkGenerator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check finds what is wrong, and nothing where nothing is. */
class PublicationCheckTest {
    private static final OracleSettings SETTINGS = OracleSettings.defaults()
            .withPeriods(PeriodKind.MONTH, java.time.ZoneOffset.UTC, Duration.ofDays(2), 2)
            .withEpochs(500, Duration.ofDays(1));
    private static final List<LogEntry> LOG =
            NetworkGenerator.generate(3, GeneratorOptions.everything().size(1, 6, 3, 60));

    private static List<ProductFootprint> right() {
        OracleReplay replay = new OracleReplay(SETTINGS);
        return Published.all(replay.publications(LOG, replay.lastEpochMs(LOG)).stream()
                .filter(publication -> publication.verdict() == Verdict.MUST)
                .toList());
    }

    private static CheckReport check(List<ProductFootprint> published) {
        return PublicationCheck.compare(published, LOG, SETTINGS);
    }

    /** Index of a publication with figures in the middle of the series. */
    private static int some(List<ProductFootprint> published) {
        for (int i = published.size() / 2; i < published.size(); i++) {
            FootprintFigures figures = published.get(i).getFigures();
            if (figures != null && figures.getGross() > 0) {
                return i;
            }
        }
        throw new IllegalStateException("no publication with figures");
    }

    @Test
    void findsNothingWhereNothingIsWrong() {
        List<ProductFootprint> published = right();
        CheckReport report = check(published);
        assertTrue(report.ok(), report.describe(5));
        assertEquals(published.size(), report.compared());
        assertTrue(published.size() > 50, "a series worth checking: " + published.size());
    }

    @Test
    void findsAWrongFigure() {
        List<ProductFootprint> published = right();
        int at = some(published);
        FootprintFigures figures = published.get(at).getFigures();
        int fossil = FootprintFigures.getClassSchema().getField("fossil").pos();
        figures.put(fossil, figures.getFossil() + figures.getGross() * 2e-9);
        CheckReport report = check(published);
        assertEquals(1, report.wrong().size(), report.describe(5));
        assertEquals("fossil", report.wrong().get(0).field());
        figures.put(fossil, figures.getFossil() - figures.getGross() * 1.5e-9);
        assertTrue(check(published).ok());
    }

    @Test
    void findsWhatIsMissing() {
        List<ProductFootprint> published = right();
        ProductFootprint gone = published.remove(some(published));
        CheckReport report = check(published);
        assertEquals(1, report.missing().size(), report.describe(5));
        assertEquals(gone.getProduct(), report.missing().get(0).key().product());
        assertEquals(gone.getAsOf().toEpochMilli(), report.missing().get(0).asOfMs());
    }

    @Test
    void findsWhatIsSuperfluous() {
        List<ProductFootprint> published = right();
        ProductFootprint last = published.get(published.size() - 1);
        published.add(ProductFootprint.newBuilder(last)
                .setAsOf(last.getAsOf().minusMillis(500))
                .build());
        published.add(ProductFootprint.newBuilder(last).setProduct("unheard-of").build());
        assertEquals(2, check(published).superfluous().size());
    }

    @Test
    void findsDuplicatesThatDiffer() {
        List<ProductFootprint> published = right();
        ProductFootprint one = published.get(some(published));
        published.add(ProductFootprint.newBuilder(one).build());
        assertTrue(check(published).ok());
        published.add(ProductFootprint.newBuilder(one)
                .setVersions(List.of())
                .setStatus("final?")
                .build());
        CheckReport report = check(published);
        assertEquals(1, report.differing().size());
        assertEquals("status", report.differing().get(0).field());
        assertEquals(1, report.wrong().size());
    }

    @Test
    void findsAWrongStatus() {
        List<ProductFootprint> published = right();
        int at = some(published);
        ProductFootprint one = published.get(at);
        published.set(
                at, ProductFootprint.newBuilder(one).setStatus("restated-").build());
        assertEquals("status", check(published).wrong().get(0).field());
    }
}

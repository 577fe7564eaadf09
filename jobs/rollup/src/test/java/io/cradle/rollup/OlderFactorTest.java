package io.cradle.rollup;

import io.cradle.rollup.harness.JobHarness;
import io.cradle.rollup.harness.Judgement;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.schemas.EmissionFactor;
import io.cradle.testkit.generate.LogBuilder;
import io.cradle.testkit.generate.Records;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One factor, two months: as its validity moves on, one month must not be served with what the other once got. */
class OlderFactorTest {
    private static final OracleSettings YEAR_2024 = OracleSettings.fixed("2024", true);

    @Test
    void aMonthThatTakesTheAgeOfAnotherTakesTheNewFigures() throws Exception {
        List<LogEntry> log = new LogBuilder(1)
                .at("2024-01-20T08:00:00Z")
                // Older by one year for the activity of January, by two for the bill, which asks for December.
                .put(factor("0.1", "2023-02-28"))
                .put(Records.activity(
                        "n", "a", "k", "2024-01-09T00:00:00Z", "2024-01-14T00:00:00Z", "flow", "freight", "68", "t.km"))
                .at("2024-03-27T20:00:00Z")
                .put(Records.bill("n", "p", "kg", "2023-01-01", Records.line("flow", "freight", "2", "t.km")))
                .at("2024-03-28T13:00:00Z")
                // Valid in January, older by a month in December.
                .put(factor("0.2", "2024-11-30"))
                .entries();
        try (JobHarness job = new JobHarness(LogRecords.settings(YEAR_2024))) {
            job.run(LogRecords.of(log));
            Judgement.assertRight(job.footprints(), log, YEAR_2024, 2, "the bill's figure");
        }
    }

    private static EmissionFactor factor(String fossil, String validTo) {
        return EmissionFactor.newBuilder(Records.factor("freight", "supply", "2023-01-01", "t.km", fossil))
                .setValidTo(LocalDate.parse(validTo))
                .build();
    }
}

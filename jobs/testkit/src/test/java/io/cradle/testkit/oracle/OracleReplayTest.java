package io.cradle.testkit.oracle;

import static io.cradle.testkit.generate.Records.bill;
import static io.cradle.testkit.generate.Records.factor;
import static io.cradle.testkit.generate.Records.line;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.schemas.wire.InputTopic;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is due when, in the life of one product. */
class OracleReplayTest {
    private static final String N = Case.NETWORK;

    private static List<String> publications(Case c, String until) {
        OracleSettings settings = OracleSettings.defaults();
        long untilMs = Instant.parse(until).toEpochMilli();
        return new OracleReplay(settings)
                .publications(c.log().entries(), untilMs).stream()
                        .map(p -> Instant.ofEpochMilli(p.asOfMs()) + " "
                                + p.key().period() + " " + p.verdict() + " " + p.status())
                        .toList();
    }

    @Test
    void provisionalFinalRestatedWithdrawn() {
        Case c = new Case();
        c.put(factor("ore", "supply", "2023-01-01", "kg", "1"));
        c.at("2024-01-15T00:00:00.700Z").put(bill(N, "p", "kg", "2023-01-01", line("flow", "ore", "1", "kg")));
        // The same again is no change; a factor of another flow neither.
        c.at("2024-01-16T00:00:00Z").put(bill(N, "p", "kg", "2023-01-01", line("flow", "ore", "1000", "g")));
        c.at("2024-01-17T00:00:00Z").put(factor("coal", "supply", "2023-01-01", "kg", "1"));
        c.at("2024-02-20T00:00:00Z").put(factor("ore", "supply", "2023-01-01", "kg", "2"));
        c.at("2024-02-21T00:00:00Z");
        c.log().delete(InputTopic.BILLS_OF_MATERIALS, N, "p", "2023-01-01");
        assertEquals(
                List.of(
                        "2024-01-15T00:00:01Z 2024-01 MUST provisional",
                        "2024-02-01T00:00:00Z 2024-02 MUST provisional",
                        "2024-02-16T00:00:00Z 2024-01 MUST final",
                        "2024-02-20T00:00:00Z 2024-01 MUST restated",
                        "2024-02-20T00:00:00Z 2024-02 MUST provisional",
                        "2024-02-21T00:00:00Z 2024-01 MUST withdrawn",
                        "2024-02-21T00:00:00Z 2024-02 MUST withdrawn"),
                publications(c, "2024-03-02T00:00:00Z"));
    }

    /** A movement of 1e-10 of the gross may be published, one of 1e-12 must not, however the figure is written. */
    @Test
    void smallMovements() {
        Case c = new Case();
        c.put(bill(N, "p", "kg", "2023-01-01", line("gas", "CO2", "1", "kg")));
        c.at("2024-01-16T00:00:00Z").put(bill(N, "p", "kg", "2023-01-01", line("gas", "CO2", "1.0000000001", "kg")));
        c.at("2024-01-17T00:00:00Z").put(bill(N, "p", "kg", "2023-01-01", line("gas", "CO2", "1.000000000001", "kg")));
        c.at("2024-01-18T00:00:00Z").put(bill(N, "p", "kg", "2023-01-01", line("gas", "CO2", "1.00000001", "kg")));
        assertEquals(
                List.of(
                        "2024-01-15T00:00:00Z 2024-01 MUST provisional",
                        "2024-01-16T00:00:00Z 2024-01 MAY provisional",
                        "2024-01-18T00:00:00Z 2024-01 MUST provisional"),
                publications(c, "2024-01-20T00:00:00Z"));
    }

    /** A run without log times is one epoch that ends with the period. */
    @Test
    void runWithoutClock() {
        OracleSettings settings = OracleSettings.fixed("2024-Q1", false);
        Case c = new Case(settings);
        c.put(bill(N, "p", "kg", "2024-02-01", line("gas", "CO2", "1", "kg")));
        List<OracleReplay.Publication> publications =
                new OracleReplay(settings).publications(c.log().entries(), Long.MAX_VALUE);
        assertEquals(1, publications.size());
        assertEquals("2024-Q1", publications.get(0).key().period());
        assertEquals(
                Instant.parse("2024-04-01T00:00:00Z").toEpochMilli(),
                publications.get(0).asOfMs());
    }
}

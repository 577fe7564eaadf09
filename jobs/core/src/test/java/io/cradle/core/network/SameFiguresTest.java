package io.cradle.core.network;

import static io.cradle.core.network.Facts.bill;
import static io.cradle.core.network.Facts.flow;
import static io.cradle.core.network.Facts.gas;
import static io.cradle.core.network.Facts.meter;
import static io.cradle.core.network.Facts.noBill;
import static io.cradle.core.network.Facts.noProduction;
import static io.cradle.core.network.Facts.product;
import static io.cradle.core.network.Facts.production;
import static io.cradle.core.network.Facts.purchase;
import static io.cradle.core.network.Facts.reading;
import static io.cradle.core.network.Facts.supplied;
import static io.cradle.core.network.Facts.used;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.activity.InputKind;
import io.cradle.core.footprint.Publication;
import io.cradle.core.footprint.Published;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The same facts give the same figures: in any order within an epoch, and however they are spread over epochs. */
class SameFiguresTest {
    private static final String SPAN = "2024-01-01 2024-01-20";

    @Test
    void inAnyOrderWithinAnEpoch() {
        Map<String, Double> expected = figures(List.of(facts()));
        assertEquals(5, expected.size());
        Random random = new Random(1);
        for (int run = 0; run < 20; run++) {
            List<Change> shuffled = facts();
            Collections.shuffle(shuffled, random);
            assertEquals(expected, figures(List.of(shuffled)));
        }
    }

    @Test
    void inAnyOrderOverEpochs() {
        Map<String, Double> expected = figures(List.of(facts()));
        Random random = new Random(2);
        for (int run = 0; run < 40; run++) {
            List<Change> shuffled = facts();
            Collections.shuffle(shuffled, random);
            List<List<Change>> epochs = new ArrayList<>();
            while (!shuffled.isEmpty()) {
                int many = Math.min(shuffled.size(), random.nextInt(5));
                epochs.add(List.copyOf(shuffled.subList(0, many)));
                shuffled.subList(0, many).clear();
            }
            Map<String, Double> figures = figures(epochs);
            assertEquals(expected.keySet(), figures.keySet());
            expected.forEach((product, pcf) -> assertEquals(pcf, figures.get(product), 1e-9 * Math.abs(pcf), product));
        }
    }

    /** Whatever was said before, in any steps: only the last word of every key counts. */
    @Test
    void afterCorrectionsAndDeletions() {
        Map<String, Double> expected = figures(List.of(facts()));
        Random random = new Random(3);
        for (int run = 0; run < 40; run++) {
            List<List<Change>> epochs = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                List<Change> some = otherFacts();
                Collections.shuffle(some, random);
                epochs.add(some.subList(0, random.nextInt(some.size())));
            }
            epochs.add(List.of(noProduction("r9")));
            List<Change> facts = facts();
            Collections.shuffle(facts, random);
            epochs.add(facts.subList(0, 8));
            epochs.add(facts.subList(8, facts.size()));
            Map<String, Double> figures = figures(epochs);
            expected.forEach((product, pcf) -> assertEquals(pcf, figures.get(product), 1e-9 * Math.abs(pcf), product));
        }
    }

    /** A network that was put back tells nothing anew, and goes on as the one that never stopped. */
    @Test
    void afterARestart() {
        LoggedNetwork whole = network();
        List<Change> facts = facts();
        Settlement first = whole.at("2024-01-21", facts.toArray(Change[]::new));
        Change more = used("a9", "mine", InputKind.GAS, "CO2", SPAN, "77 kg");
        whole.at("2024-01-23", more);

        LoggedNetwork stopped = network();
        SupplyNetwork.Restoring restoring = stopped.network().restoring();
        first.outcomes().stream()
                .map(Outcome::change)
                .filter(change -> !(change instanceof Change.ReadingChange))
                .sorted((a, b) -> Integer.compare(a.rank(), b.rank()))
                .forEach(restoring::fact);
        first.blocks().forEach(restoring::readings);
        Map<String, Published> published = new TreeMap<>();
        first.publications().forEach(p -> published.put(p.product(), p.published()));
        restoring.resume(first.asOfMs(), first.asOfMs(), List.of("2024-01"), Map.of("2024-01", published));

        assertEquals(List.of(), stopped.at("2024-01-22").publications());
        List<Publication> told = stopped.at("2024-01-23", more).publications();
        assertTrue(told.size() >= 3, "everything above the mine moved");
        for (Publication publication : told) {
            assertEquals(
                    whole.pcf(publication.product(), "2024-01"),
                    publication.figures().excludingUptake(),
                    1e-9 * publication.figures().excludingUptake());
        }
    }

    private static LoggedNetwork network() {
        return new LoggedNetwork().factor("grid", "kW.h", 0.5).factor("steel", "kg", 2);
    }

    /** Coal needs electricity and electricity needs coal; bolts are made and bought. */
    private static List<Change> facts() {
        return new ArrayList<>(List.of(
                bill("coal", "kg", product("electricity", "0.05 kW.h"), gas("CH4-fossil", "0.002 kg")),
                bill("electricity", "kW.h", product("coal", "0.4 kg"), gas("CO2", "0.9 kg")),
                bill("bolt", "kg", flow("steel", "1.1 kg"), product("electricity", "0.3 kW.h")),
                bill("frame", "{piece}", product("bolt", "2 kg"), flow("steel", "-0.2 kg")),
                bill("idle", "kg", flow("unknown", "1 kg"), product("frame", "1 {piece}")),
                supplied("s1", "a", "bolt", "kg", 3, 0.5),
                purchase("b1", "bolt", "a", SPAN, "300 kg"),
                production("r1", "mine", "coal", SPAN, "1000 kg"),
                production("r2", "press", "bolt", SPAN, "500 kg"),
                production("r3", "press", "bolt", "2024-01-20 2024-01-21", "50 kg"),
                meter("m1", "mine", false),
                meter("m2", "press", false),
                reading("m1", "2024-01-05 2024-01-06", "400"),
                reading("m1", "2024-01-06 2024-01-07", "401.5"),
                reading("m2", "2024-01-06 2024-01-07", "90"),
                used("a1", "press", InputKind.PRODUCT, "coal", SPAN, "20 kg"),
                used("a2", "mine", InputKind.GAS, "CH4-fossil", SPAN, "3 kg")));
    }

    /** What is said of the same keys before; coal and electricity consume all that they make for a while. */
    private static List<Change> otherFacts() {
        return new ArrayList<>(List.of(
                bill("coal", "kg", product("electricity", "2 kW.h")),
                bill("electricity", "kW.h", product("coal", "0.5 kg"), flow("steel", "1 kg")),
                bill("bolt", "kg", product("frame", "0.1 {piece}"), flow("unknown", "1 kg")),
                noBill("bolt"),
                bill("frame", "{piece}", product("bolt", "3 t")),
                noBill("idle"),
                supplied("s1", "b", "bolt", "t", 9, 0.1),
                purchase("b1", "bolt", "b", SPAN, "7 t"),
                production("r1", "press", "coal", SPAN, "10 kg"),
                production("r2", "mine", "bolt", SPAN, "1 t"),
                production("r9", "mine", "frame", "2024-01-01 2024-01-21", "5 kg"),
                meter("m1", "press", false),
                meter("m2", "mine", false),
                reading("m1", "2024-01-05 2024-01-06", "9999"),
                used("a1", "mine", InputKind.PRODUCT, "bolt", SPAN, "1 kg"),
                used("a2", "press", InputKind.FUEL, "steel", SPAN, "3 kg")));
    }

    /** The last figure of every product once all epochs are settled. */
    private static Map<String, Double> figures(List<List<Change>> epochs) {
        LoggedNetwork network = network();
        int hour = 0;
        for (List<Change> epoch : epochs) {
            String time = String.format("2024-01-%02dT%02d", 22 + hour / 24, hour % 24);
            network.at(time, epoch.toArray(Change[]::new));
            hour++;
        }
        Map<String, Double> figures = new TreeMap<>();
        for (String product : List.of("coal", "electricity", "bolt", "frame", "idle")) {
            figures.put(product, network.pcf(product, "2024-01"));
        }
        return figures;
    }
}

package io.cradle.core.network;

import static io.cradle.core.network.Facts.bill;
import static io.cradle.core.network.Facts.flow;
import static io.cradle.core.network.Facts.meter;
import static io.cradle.core.network.Facts.product;
import static io.cradle.core.network.Facts.production;
import static io.cradle.core.network.Facts.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.explain.VersionUsed;
import io.cradle.core.factor.FactorKind;
import io.cradle.core.footprint.Publication;
import io.cradle.core.footprint.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** National electricity of 2023 gives way to that of 2024: what rests on it is restated once, at one instant, in its periods. */
class FactorCorrectionTest {
    private static final double OF_2023 = 0.6205;
    private static final double OF_2024 = 0.5777;
    private static final double EXACT = 1e-9;

    private final LoggedNetwork network = new LoggedNetwork()
            .factor("sand", "kg", 0.01)
            .factor("grid", FactorKind.SUPPLY, "2023-01-01", "kW.h", OF_2023, 0);

    /** December and January are final; steel is metered, aluminium takes electricity by its bill, the car takes both. */
    private void settleTwoMonths() {
        network.at(
                "2023-12-02",
                bill("steel", "kg"),
                bill("aluminium", "kg", flow("grid", "14 kW.h")),
                bill("glass", "kg", flow("sand", "1 kg")),
                bill(
                        "car",
                        "{piece}",
                        product("steel", "900 kg"),
                        product("aluminium", "100 kg"),
                        product("glass", "30 kg")),
                meter("m", "mill", false));
        for (String month : List.of("2023-12-01 2024-01-01", "2024-01-01 2024-02-01")) {
            String end = month.substring(month.indexOf(' ') + 1);
            network.at(
                    end + "T01",
                    reading("m", month, "500"),
                    production("made " + month, "mill", "steel", month, "1000 kg"));
        }
        network.at("2024-02-20");
    }

    @Test
    void everyDependentFootprintIsRestatedOnceInOneEpoch() {
        settleTwoMonths();
        double carOfJanuary = network.pcf("car", "2024-01");
        assertEquals(900 * 0.5 * OF_2023 + 100 * 14 * OF_2023 + 0.3, carOfJanuary, EXACT);
        assertEquals(Status.FINAL, network.last("car", "2024-01").published().status());
        Map<String, Double> december = figures("2023-12");

        network.factor("grid", FactorKind.SUPPLY, "2024-01-01", "kW.h", OF_2024, Facts.ms("2024-03-01"));
        List<Publication> corrected = network.at("2024-03-01T01").publications();

        List<Publication> january = in(corrected, "2024-01");
        assertEquals(List.of("aluminium", "car", "steel"), products(january), "each once, and glass not at all");
        for (Publication publication : january) {
            assertEquals(Status.RESTATED, publication.published().status(), publication.product());
            assertEquals("emission-factors grid", publication.cause());
        }
        assertEquals(carOfJanuary * OF_2024 / OF_2023, network.pcf("car", "2024-01"), 0.3);
        assertEquals(900 * 0.5 * OF_2024 + 100 * 14 * OF_2024 + 0.3, network.pcf("car", "2024-01"), EXACT);
        assertEquals(carOfJanuary, network.last("car", "2024-01").previousExcludingUptake(), EXACT);
        assertEquals(List.of(), in(corrected, "2023-12"), "last year stays under the factors of last year");
        assertEquals(december, figures("2023-12"));
        requireOneVersion(corrected, "2024-01-01");
        assertTrue(network.at("2024-03-01T02").publications().isEmpty(), "nothing follows");
    }

    @Test
    void aCorrectionOfLastYearRestatesLastYear() {
        settleTwoMonths();
        network.factor("grid", FactorKind.SUPPLY, "2024-01-01", "kW.h", OF_2024, Facts.ms("2024-03-01"));
        network.at("2024-03-01T01");
        Map<String, Double> january = figures("2024-01");
        network.factor("grid", FactorKind.SUPPLY, "2023-01-01", "kW.h", 2 * OF_2023, Facts.ms("2024-03-02"));
        List<Publication> corrected = network.at("2024-03-02T01").publications();
        assertEquals(List.of("aluminium", "car", "steel"), products(in(corrected, "2023-12")));
        assertEquals(List.of(), in(corrected, "2024-01"));
        assertEquals(january, figures("2024-01"));
        assertEquals(28 * OF_2023, network.pcf("aluminium", "2023-12"), EXACT);
        requireOneVersion(corrected, "2023-01-01");
    }

    /** No publication rests on another version of electricity than that of its year. */
    private static void requireOneVersion(List<Publication> publications, String from) {
        List<String> keys = new ArrayList<>();
        publications.forEach(publication -> publication.versions().stream()
                .map(VersionUsed::key)
                .filter(key -> key.startsWith("grid"))
                .forEach(keys::add));
        assertTrue(!keys.isEmpty(), "some rest on electricity");
        keys.forEach(key -> assertEquals("grid/supply/" + from, key));
    }

    private Map<String, Double> figures(String month) {
        return List.of("steel", "aluminium", "glass", "car").stream()
                .collect(Collectors.toMap(
                        product -> product, product -> network.pcf(product, month), (a, b) -> a, TreeMap::new));
    }

    private static List<Publication> in(List<Publication> publications, String month) {
        return publications.stream()
                .filter(publication -> publication.period().label().equals(month))
                .toList();
    }

    private static List<String> products(List<Publication> publications) {
        return publications.stream().map(Publication::product).sorted().toList();
    }
}

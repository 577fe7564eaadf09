package io.cradle.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.cradle.core.activity.Period;
import io.cradle.core.quantity.MassEnergy;
import io.cradle.core.quantity.Units;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions of a bill weighted by the days on which they are in force. */
class BillsInForceTest {
    private static final Period FEBRUARY = LoggedNetwork.CALENDAR.containing(Facts.ms("2024-02-15"));

    @ParameterizedTest(name = "valid from {0}: {1}")
    @CsvSource({
        "2023-01-01, 2023-01-01 29",
        "2024-02-01, 2024-02-01 29",
        "2024-02-29, 2024-02-29 1",
        "2023-01-01 2024-01-31, 2024-01-31 29",
        "2023-01-01 2024-02-01, 2024-02-01 29",
        "2023-01-01 2024-02-02, 2023-01-01 1 2024-02-02 28",
        "2023-01-01 2024-02-11 2024-02-21, 2023-01-01 10 2024-02-11 10 2024-02-21 9",
        "2024-02-11 2024-03-01, 2024-02-11 19",
        "1900-01-01 2024-02-29, 1900-01-01 28 2024-02-29 1",
    })
    void areWeightedByDays(String starts, String days) {
        BillsInForce bills = BillsInForce.in(versions(starts.split(" ", -1)), FEBRUARY);
        double all = bills.weighted().stream()
                .mapToDouble(w -> w.share() * allDays(days))
                .sum();
        assertEquals(allDays(days), all, 1e-9, "shares add up to 1");
        assertEquals(
                days,
                bills.weighted().stream()
                        .map(w -> w.bill().validFrom() + " " + Math.round(w.share() * allDays(days)))
                        .collect(Collectors.joining(" ")));
        List<BillsInForce.Weighted> weighted = bills.weighted();
        assertEquals(weighted.get(weighted.size() - 1).bill(), bills.declaring());
    }

    @Test
    void noneAreInForceBeforeTheFirst() {
        assertNull(BillsInForce.in(versions("2024-03-01"), FEBRUARY));
        assertNull(BillsInForce.in(new TreeMap<>(), FEBRUARY));
        assertNull(BillsInForce.in(null, FEBRUARY));
    }

    private static int allDays(String days) {
        int sum = 0;
        for (String part : days.split(" ", -1)) {
            sum += part.contains("-") ? 0 : Integer.parseInt(part);
        }
        return sum;
    }

    private static NavigableMap<LocalDate, Bill> versions(String... starts) {
        NavigableMap<LocalDate, Bill> versions = new TreeMap<>();
        for (String start : starts) {
            LocalDate from = LocalDate.parse(start);
            versions.put(from, new Bill("p", from, null, MassEnergy.none(Units.KG), List.of()));
        }
        return versions;
    }
}

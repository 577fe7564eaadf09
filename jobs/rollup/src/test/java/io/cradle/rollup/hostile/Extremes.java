package io.cradle.rollup.hostile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Values at the edge of what a field may hold, and a little beyond. */
final class Extremes {
    private static final String LONG_NAME = "ü".repeat(400);

    private static final List<String> NUMBERS = List.of(
            "1e9",
            "-1e9",
            "999999999.999999",
            "0",
            "-0",
            "0e-999",
            "1e-300",
            "-1e-300",
            "4.9e-324",
            "1e-7",
            "0.0000005",
            "1",
            "0.999999999999999",
            "100",
            "5",
            "1e308",
            "1e999",
            "NaN");
    private static final List<String> UNITS = List.of(
            "kg",
            "t",
            "ug",
            "Gg",
            "YJ",
            "yJ",
            "MJ",
            "kW.h",
            "{piece}",
            "1",
            "%",
            "m9",
            "[car_Au]",
            "L",
            "km",
            "t.km",
            "a",
            "Cel",
            "kg)",
            "kg/kg",
            "10*9");
    private static final List<String> NAMES = List.of(
            "",
            " ",
            "/",
            "a/b",
            "%2F",
            "%",
            "//",
            "名前",
            "😀",
            "\u0000",
            "a\nb",
            "GLO",
            "CN",
            "grid",
            "CO2",
            "AR6",
            "primary",
            "secondary",
            "register",
            "interval",
            "product",
            "flow",
            "fuel",
            "gas",
            "packaging",
            "outbound",
            "supply",
            "combustion",
            LONG_NAME);
    private static final List<Instant> INSTANTS = List.of(
            Instant.parse("0001-01-01T00:00:00Z"),
            Instant.parse("0001-01-02T00:00:00Z"),
            Instant.parse("1969-12-31T23:59:59.999Z"),
            Instant.EPOCH,
            Instant.parse("2021-01-01T00:00:00Z"),
            Instant.parse("9999-12-30T23:59:59.999Z"),
            Instant.parse("9999-12-31T23:59:59.999Z"),
            Instant.ofEpochMilli(Long.MIN_VALUE),
            Instant.ofEpochMilli(Long.MAX_VALUE));
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(1, 1, 1),
            LocalDate.of(1970, 1, 1),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(9999, 12, 31),
            LocalDate.ofEpochDay(Integer.MIN_VALUE),
            LocalDate.ofEpochDay(Integer.MAX_VALUE));

    private final Random dice;

    Extremes(Random dice) {
        this.dice = dice;
    }

    /** A text for a field: of the kind that its name asks for, mostly. */
    String text(String field) {
        if (dice.nextInt(12) == 0) {
            return pick(NAMES);
        }
        if (field.endsWith("unit")) {
            return pick(UNITS);
        }
        return isNumber(field) ? pick(NUMBERS) : pick(NAMES);
    }

    Instant instant(Instant near) {
        return near == null || INSTANTS.contains(near) || dice.nextInt(3) == 0
                ? pick(INSTANTS)
                : near.plusMillis(pick(List.of(-1, 0, 1, 86_400_000)));
    }

    LocalDate day() {
        return pick(DAYS);
    }

    <T> T pick(List<T> some) {
        return some.get(dice.nextInt(some.size()));
    }

    private static boolean isNumber(String field) {
        return !field.matches(
                "network|product|product_name|category|process|record|meter|flow|input|supplier|region|kind|.*_kind"
                        + "|purpose|.*source|stage|replaces|evidence|allocation_method|boundary|standards|verification"
                        + "|packaging_included|gwp_set|publisher|version");
    }
}

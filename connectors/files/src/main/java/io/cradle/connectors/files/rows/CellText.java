package io.cradle.connectors.files.rows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** Days, instants and lists of identifiers as text. */
public final class CellText {
    private static final int LAST_YEAR = 9999;

    private CellText() {}

    /** An ISO 8601 date of the years 0 to 9999, such as 2024-01-31. */
    public static LocalDate day(String column, String text) throws UndecodableCell {
        try {
            LocalDate day = LocalDate.parse(text);
            if (inCalendar(day.getYear())) {
                return day;
            }
        } catch (DateTimeException e) {
            throw notADay(column, text);
        }
        throw notADay(column, text);
    }

    /** An ISO 8601 instant of the years 0 to 9999 in UTC or with an offset, such as 2024-02-01T07:00:00+08:00. */
    public static Instant instant(String column, String text) throws UndecodableCell {
        Instant plain = PlainInstant.of(text);
        if (plain != null) {
            return plain;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (inCalendar(time.withOffsetSameInstant(ZoneOffset.UTC).getYear())) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            return midnightAtEndOfDay(column, text);
        }
        throw notAnInstant(column, text);
    }

    /** Identifiers separated by semicolons or blanks; none where the text is absent. */
    public static List<String> identifiers(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[;\\s]+"))
                        .filter(id -> !id.isEmpty())
                        .toList();
    }

    /** 24:00 is legal ISO 8601 for the end of a day, and only the parser of instants takes it. */
    private static Instant midnightAtEndOfDay(String column, String text) throws UndecodableCell {
        try {
            Instant time = Instant.parse(text);
            if (inCalendar(time.atZone(ZoneOffset.UTC).getYear())) {
                return time;
            }
        } catch (DateTimeException e) {
            throw notAnInstant(column, text);
        }
        throw notAnInstant(column, text);
    }

    private static boolean inCalendar(int year) {
        return year >= 0 && year <= LAST_YEAR;
    }

    private static UndecodableCell notADay(String column, String text) {
        return new UndecodableCell(column, "'" + text + "' is not a day such as 2024-01-31");
    }

    private static UndecodableCell notAnInstant(String column, String text) {
        return new UndecodableCell(column, "'" + text + "' is not an instant such as 2024-01-31T23:00:00Z");
    }
}

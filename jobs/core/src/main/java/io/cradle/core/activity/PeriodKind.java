package io.cradle.core.activity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a reporting period is. */
public enum PeriodKind {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private static final Pattern LABEL = Pattern.compile("(\\d{4})(?:-(Q[1-4]|0[1-9]|1[0-2]))?");

    private final int months;

    PeriodKind(int months) {
        this.months = months;
    }

    YearMonth firstMonth(YearMonth month) {
        return month.minusMonths((month.getMonthValue() - 1L) % months);
    }

    int months() {
        return months;
    }

    String label(YearMonth first) {
        return switch (this) {
            case MONTH -> first.toString();
            case QUARTER -> year(first) + "-Q" + ((first.getMonthValue() + 2) / 3);
            case YEAR -> year(first);
        };
    }

    /** Four digits, as months have them: labels come back from state and are read again. */
    private static String year(YearMonth month) {
        return String.format("%04d", month.getYear());
    }

    /** The kind that a label is of: 2024 a year, 2024-Q1 a quarter, 2024-03 a month. */
    public static PeriodKind ofLabel(String label) {
        Matcher parts = matched(label);
        if (parts.group(2) == null) {
            return YEAR;
        }
        return parts.group(2).startsWith("Q") ? QUARTER : MONTH;
    }

    /** The first day of the period with this label. */
    public static LocalDate firstDay(String label) {
        Matcher parts = matched(label);
        int year = Integer.parseInt(parts.group(1));
        String within = parts.group(2);
        if (within == null) {
            return LocalDate.of(year, 1, 1);
        }
        int month = within.startsWith("Q") ? 3 * (within.charAt(1) - '1') + 1 : Integer.parseInt(within);
        return LocalDate.of(year, month, 1);
    }

    private static Matcher matched(String label) {
        Matcher parts = LABEL.matcher(label);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'" + label + "' is no period: expected a year (2024), a quarter (2024-Q1) or a month (2024-03)");
        }
        return parts;
    }
}

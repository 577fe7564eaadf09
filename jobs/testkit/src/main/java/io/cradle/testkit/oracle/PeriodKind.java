package io.cradle.testkit.oracle;

import java.time.LocalDate;

/** How long a reporting period is. */
public enum PeriodKind {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    PeriodKind(int months) {
        this.months = months;
    }

    /** First day of the period that contains a day. */
    LocalDate firstDay(LocalDate day) {
        int monthOfPeriod = (day.getMonthValue() - 1) / months * months + 1;
        return LocalDate.of(day.getYear(), monthOfPeriod, 1);
    }

    LocalDate lastDay(LocalDate firstDay) {
        return firstDay.plusMonths(months).minusDays(1);
    }

    /** 2024, 2024-Q1 or 2024-03. */
    String label(LocalDate firstDay) {
        return switch (this) {
            case MONTH -> String.format("%d-%02d", firstDay.getYear(), firstDay.getMonthValue());
            case QUARTER -> String.format("%d-Q%d", firstDay.getYear(), (firstDay.getMonthValue() + 2) / 3);
            case YEAR -> String.valueOf(firstDay.getYear());
        };
    }

    /** The kind that a label is of. */
    public static PeriodKind ofLabel(String label) {
        if (label.matches("\\d{4}")) {
            return YEAR;
        }
        if (label.matches("\\d{4}-Q[1-4]")) {
            return QUARTER;
        }
        if (label.matches("\\d{4}-(0[1-9]|1[0-2])")) {
            return MONTH;
        }
        throw new IllegalArgumentException(
                "period " + label + " is none of 2024, 2024-Q1, 2024-03: expected a year, a quarter or a month");
    }

    /** First day of the period with a label of this kind. */
    LocalDate parse(String label) {
        int year = Integer.parseInt(label.substring(0, 4));
        return switch (this) {
            case MONTH -> LocalDate.of(year, Integer.parseInt(label.substring(5)), 1);
            case QUARTER -> LocalDate.of(year, 3 * (label.charAt(6) - '0') - 2, 1);
            case YEAR -> LocalDate.of(year, 1, 1);
        };
    }
}

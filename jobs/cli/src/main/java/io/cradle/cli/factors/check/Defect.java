package io.cradle.cli.factors.check;

import io.cradle.cli.factors.table.FactorRow;

/**
 * Something wrong with a row.
 *
 * @param row row of Excel or line of CSV
 * @param cell such as {@code C12}
 * @param column its name
 * @param what is wrong
 * @param right what would be right
 * @param doubt whether a person may know better: the job would take the row
 */
public record Defect(int row, String cell, String column, String what, String right, boolean doubt) {

    static Defect in(FactorRow row, String column, String what, String right) {
        return new Defect(row.number(), row.cell(column), column, what, right, false);
    }

    static Defect doubtIn(FactorRow row, String column, String what, String right) {
        return new Defect(row.number(), row.cell(column), column, what, right, true);
    }

    /** On one line: tables are quoted in it, and no control character of theirs reaches a terminal. */
    public String sentence() {
        return ("row " + row + ", " + cell + " (" + column + "): " + what + "; " + right).replaceAll("\\p{Cntrl}", " ");
    }
}

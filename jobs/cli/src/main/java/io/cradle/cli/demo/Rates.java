package io.cradle.cli.demo;

import java.util.List;

/**
 * How much the plants of the scenario use and make.
 *
 * @param meters average of each meter in a quarter of an hour
 * @param inputs what each process uses in a shift
 * @param products what each process makes in a shift
 * @param purchases what is bought in a month
 */
record Rates(List<MeterLoad> meters, List<ShiftInput> inputs, List<ShiftProduct> products, List<Purchase> purchases) {

    /** @param registerSize the register rolls over at it; 0 for a meter that reports intervals */
    record MeterLoad(String meter, String process, double kWhPerQuarterHour, double registerSize, double multiplier) {
        boolean isRegister() {
            return registerSize > 0;
        }
    }

    /** Absent cells are empty. */
    record ShiftInput(
            String process,
            String name,
            String kind,
            String input,
            double amount,
            String unit,
            String region,
            String replaces,
            String evidence) {}

    /** Absent cells are empty. */
    record ShiftProduct(
            String process,
            String product,
            String stage,
            double amount,
            String unit,
            String weight,
            String weightUnit,
            String method) {}

    record Purchase(String product, String supplier, double amount, String unit) {}

    static Rates bundled() {
        return new Rates(
                RateTable.rows("rates/meter-loads.csv").stream()
                        .map(row ->
                                new MeterLoad(row[0], row[1], number(row[2], 0), number(row[3], 0), number(row[4], 1)))
                        .toList(),
                RateTable.rows("rates/shift-inputs.csv").stream()
                        .map(row -> new ShiftInput(
                                row[0], row[1], row[2], row[3], number(row[4], 0), row[5], row[6], row[7], row[8]))
                        .toList(),
                RateTable.rows("rates/shift-products.csv").stream()
                        .map(row -> new ShiftProduct(
                                row[0], row[1], row[2], number(row[3], 0), row[4], row[5], row[6], row[7]))
                        .toList(),
                RateTable.rows("rates/monthly-purchases.csv").stream()
                        .map(row -> new Purchase(row[0], row[1], number(row[2], 0), row[3]))
                        .toList());
    }

    private static double number(String cell, double absent) {
        return cell.isEmpty() ? absent : Double.parseDouble(cell);
    }
}

package io.cradle.rollup.harness;

import io.cradle.schemas.BillLine;
import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.EmissionFactor;
import io.cradle.testkit.generate.Records;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;

/**
 * The credit, debit and total experiment of "Internal consistency in streaming systems" as supply networks. A slip moves
 * an amount between two accounts, so every change of a slip, and every change of the coin, arrives at the total along
 * three ways that must be of one moment:
 *
 * <pre>
 * coin (factor) ─▶ slip ─┬─▶ credits ─▶ + ┐
 *                        ├─▶ debits  ─▶ − ┴─▶ balance ─▶ total = Σ balances + turnover
 *                        └─▶ turnover ──────────────────▶
 * </pre>
 *
 * The balances add up to nothing, so the total is the turnover: coin × Σ of the slips.
 */
public final class Bookings {
    public static final String TOTAL = "total";
    public static final String TURNOVER = "turnover";
    public static final String COIN = "coin";
    public static final int ACCOUNTS = 4;

    private static final int SLIPS = 8;

    /** Products of a network: slips, three of each account, the turnover, the total. */
    public static final int PRODUCTS = SLIPS + 3 * ACCOUNTS + 2;

    private static final String VALID_FROM = "2023-01-01";

    private final SplittableRandom dice;
    private int slipsWritten;

    public Bookings(long seed) {
        this.dice = new SplittableRandom(seed);
    }

    /** Everything a network consists of, with its first slips. */
    public List<SpecificRecord> network(String network) {
        List<SpecificRecord> records = new ArrayList<>();
        IntStream.range(0, SLIPS).forEach(slip -> records.add(slip(network, slip)));
        for (int account = 0; account < ACCOUNTS; account++) {
            int own = account;
            records.add(bill(network, credits(own), slips(slip -> to(slip) == own)));
            records.add(bill(network, debits(own), slips(slip -> from(slip) == own)));
            records.add(bill(network, balance(own), List.of(one(credits(own), "1"), one(debits(own), "-1"))));
        }
        records.add(bill(network, TURNOVER, slips(slip -> true)));
        List<BillLine> inputs = new ArrayList<>(List.of(one(TURNOVER, "1")));
        IntStream.range(0, ACCOUNTS).forEach(account -> inputs.add(one(balance(account), "1")));
        records.add(bill(network, TOTAL, inputs));
        return records;
    }

    /** A transaction: one slip of a network gets another amount. */
    public SpecificRecord transaction(String network) {
        return slip(network, dice.nextInt(SLIPS));
    }

    /** The coin that all networks share gets another worth. */
    public EmissionFactor coin() {
        return Records.factor(COIN, "supply", VALID_FROM, "kg", decimal(dice.nextInt(1_000, 10_000)));
    }

    /** The amount that a bill says if it is a slip's, else nothing. */
    public static double amount(BillOfMaterials bill) {
        return bill.getProduct().startsWith("slip")
                ? Double.parseDouble(bill.getLines().get(0).getAmount())
                : 0;
    }

    public static String credits(int account) {
        return "credits-" + account;
    }

    public static String debits(int account) {
        return "debits-" + account;
    }

    public static String balance(int account) {
        return "balance-" + account;
    }

    private SpecificRecord slip(String network, int slip) {
        // Odd and even by turns: hardly ever the amount that the slip had before.
        int thousandths = 2 * dice.nextInt(1, 500_000) + slipsWritten++ % 2;
        BillLine coins = Records.line("flow", COIN, decimal(thousandths), "kg");
        return bill(network, "slip-" + slip, List.of(coins));
    }

    private static List<BillLine> slips(IntPredicate chosen) {
        return IntStream.range(0, SLIPS)
                .filter(chosen)
                .mapToObj(slip -> one("slip-" + slip, "1"))
                .toList();
    }

    private static int to(int slip) {
        return slip % ACCOUNTS;
    }

    private static int from(int slip) {
        return (slip + 1 + slip / ACCOUNTS) % ACCOUNTS;
    }

    private static BillLine one(String product, String amount) {
        return Records.line("product", product, amount, "kg");
    }

    private static SpecificRecord bill(String network, String product, List<BillLine> lines) {
        return Records.bill(network, product, "kg", VALID_FROM, lines.toArray(BillLine[]::new));
    }

    private static String decimal(int thousandths) {
        return BigDecimal.valueOf(thousandths, 3).toPlainString();
    }
}

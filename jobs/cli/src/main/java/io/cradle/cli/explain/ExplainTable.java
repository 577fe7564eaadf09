package io.cradle.cli.explain;

import io.cradle.core.explain.Explanation;
import io.cradle.core.explain.InputContribution;
import io.cradle.core.explain.LeafContribution;
import io.cradle.core.explain.PathContribution;
import io.cradle.core.explain.TierContribution;
import java.util.ArrayList;
import java.util.List;

/** An explanation in lines: every block adds up to the footprint. */
final class ExplainTable {
    private static final String ROW = "%14s %8s  %s";
    private static final String LEAF = "%14s %8s %14s %14s  %18s  %s";

    /** Less than this share of the gross emissions is nothing. */
    private static final double ROUNDING = 1e-9;

    private final ExplainedProduct of;
    private final Explanation explanation;
    private final int rows;
    private final List<String> lines = new ArrayList<>();

    private ExplainTable(ExplainedProduct of, int rows) {
        this.of = of;
        this.explanation = of.explanation();
        this.rows = rows;
    }

    /** @param rows of each block, before the rest is one */
    static List<String> lines(ExplainedProduct of, int rows) {
        ExplainTable table = new ExplainTable(of, rows);
        table.head();
        table.leaves();
        table.inputs();
        table.tiers();
        table.paths();
        table.deviation();
        return table.lines.stream().map(String::stripTrailing).toList();
    }

    private void head() {
        lines.add("network " + of.network() + ", product " + of.product() + ", period " + of.period() + " as of "
                + of.asOf() + ": " + of.result());
        if (of.result().equals("incomplete")) {
            lines.add("inputs are missing: the figure is a lower bound");
        }
        String per = " kgCO2e / " + of.unit();
        lines.add("footprint  " + Digits.of(of.figure()) + per + " excluding biogenic uptake (" + Digits.of(of.uptake())
                + ")");
        lines.add(
                "made of    " + Digits.of(explanation.used()) + " and credits of " + Digits.of(explanation.credited()));
        lines.add("deviation  " + Digits.of(explanation.deviation()) + per + ", "
                + Digits.percent(explanation.deviation() / Math.abs(of.figure())));
    }

    private void block(String title) {
        lines.add("");
        lines.add(title);
    }

    private void leaves() {
        block("by leaf: each factor, supplier's record and direct emission once, over all tiers");
        lines.add(String.format(LEAF, "kgCO2e", "share", "used", "credits", "amount", ""));
        List<LeafContribution> leaves = explanation.leaves();
        leaves.stream()
                .limit(rows)
                .forEach(leaf -> leaf(
                        leaf.used(), leaf.credited(), Digits.of(leaf.amount()) + " " + leaf.unit(), Names.leaf(leaf)));
        if (leaves.size() > rows) {
            List<LeafContribution> rest = leaves.subList(rows, leaves.size());
            leaf(
                    rest.stream().mapToDouble(LeafContribution::used).sum(),
                    rest.stream().mapToDouble(LeafContribution::credited).sum(),
                    "",
                    rest.size() + " more");
        }
    }

    private void leaf(double used, double credited, String amount, String what) {
        double net = used + credited;
        lines.add(String.format(
                LEAF,
                Digits.of(net),
                Digits.percent(of.share(net)),
                Digits.of(used),
                credited == 0 ? "" : Digits.of(credited),
                amount,
                what));
    }

    private void row(double kgCO2e, String what) {
        lines.add(String.format(ROW, Digits.of(kgCO2e), Digits.percent(of.share(kgCO2e)), what));
    }

    private void inputs() {
        block("by its own lines, with everything above them");
        List<InputContribution> sorted = explanation.inputs().stream()
                .sorted((a, b) -> Double.compare(
                        Math.abs(b.input().kgCO2e()), Math.abs(a.input().kgCO2e())))
                .toList();
        sorted.stream()
                .limit(rows)
                .forEach(line -> row(
                        line.input().kgCO2e(),
                        (line.credit() ? "credit for " : "")
                                + Digits.of(line.input().amount()) + " "
                                + line.input().unit() + " of " + line.input().kind() + " "
                                + line.input().input()));
        if (sorted.size() > rows) {
            List<InputContribution> rest = sorted.subList(rows, sorted.size());
            row(rest.stream().mapToDouble(line -> line.input().kgCO2e()).sum(), rest.size() + " more");
        }
    }

    private void tiers() {
        block("by tier: where it is emitted; 0 is the product and its own processes");
        for (TierContribution tier : explanation.tiers()) {
            row(
                    tier.kgCO2e(),
                    "tier " + tier.tier() + (tier.deeper() ? " and deeper" : "")
                            + (tier.credited() == 0 ? "" : ", of which credits " + Digits.of(tier.credited())));
        }
    }

    private void paths() {
        block("the largest paths");
        List<PathContribution> paths = explanation.paths();
        paths.stream()
                .limit(rows)
                .forEach(path -> row(path.kgCO2e(), (path.credit() ? "credit: " : "") + Names.path(path)));
        double shown =
                paths.stream().limit(rows).mapToDouble(PathContribution::kgCO2e).sum();
        double besides = of.figure() - shown;
        if (Math.abs(besides) > ROUNDING * explanation.product().gross()) {
            row(besides, "all other paths");
        }
    }

    private void deviation() {
        double variance = explanation.deviation() * explanation.deviation();
        block("what the deviation comes of: share of the variance, standard deviation of each, by its data quality");
        explanation.byDeviation().stream()
                .limit(rows)
                .forEach(leaf -> lines.add(String.format(
                        ROW,
                        Digits.of(leaf.deviation()),
                        Digits.percent(leaf.deviation() * leaf.deviation() / variance),
                        Names.leaf(leaf) + ", itself ± " + Digits.percent(leaf.relativeDeviation()))));
    }
}

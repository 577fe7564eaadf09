package io.cradle.cli.demo;

import io.cradle.schemas.ProductFootprint;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came of a performance, in lines. */
final class DemoSummary {
    private DemoSummary() {}

    static List<String> lines(Board board, List<String> products, String period, long sent, Duration took) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(
                "%,d records streamed in %.1f s, %,d footprints of %d of %d products published, %d records rejected",
                sent,
                took.toMillis() / 1000.0,
                board.footprints(),
                board.products(),
                products.size(),
                board.rejectedCount()));
        board.rejected().forEach((reason, count) -> lines.add("  rejected " + reason + ": " + count));
        for (PlausibleRange range : PlausibleRange.bundled()) {
            lines.add(line(range, board.newest(range.product(), period)));
        }
        return lines;
    }

    private static String line(PlausibleRange range, Optional<ProductFootprint> footprint) {
        Optional<ProductFootprint> known = footprint.filter(newest -> newest.getFigures() != null);
        String verdict = known.isEmpty()
                ? "no figure"
                : range.holds(known.get().getFigures().getPcfExcludingBiogenicUptake()) ? "plausible" : "IMPLAUSIBLE";
        return String.format(
                "  %-12s %18s  %-11s (%s to %s: %s)",
                range.product(),
                known.map(TableText::figure).orElse("-"),
                verdict,
                plain(range.low()),
                plain(range.high()),
                range.source());
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}

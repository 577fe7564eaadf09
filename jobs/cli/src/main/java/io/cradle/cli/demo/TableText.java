package io.cradle.cli.demo;

import io.cradle.schemas.FootprintFigures;
import io.cradle.schemas.ProductFootprint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of the newest footprints, in lines. */
final class TableText {
    private static final String ROW = "%-20s %24s %10s %8s  %-38s %s";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.S");
    private static final int DIGITS_SHOWN = 4;
    private static final double WORTH_SAYING = 0.005;

    private final List<String> products;
    private final ZoneId zone;

    /** @param products in the order of the rows */
    TableText(List<String> products, ZoneId zone) {
        this.products = products;
        this.zone = zone;
    }

    List<String> lines(Board board, String period) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(ROW, period, "kgCO2e", "change", "primary", "status", "as of, " + zone));
        for (String product : products) {
            lines.add(board.newest(product, period).map(this::row).orElseGet(() -> String.format(
                            ROW, product, "-", "", "", "not yet", "")
                    .stripTrailing()));
        }
        return lines;
    }

    /** A figure with its unit, such as 2.291 / kg. */
    static String figure(ProductFootprint footprint) {
        FootprintFigures figures = footprint.getFigures();
        if (figures == null) {
            return "-";
        }
        boolean lowerBound = "incomplete".equals(footprint.getResult());
        return (lowerBound ? ">= " : "") + number(figures.getPcfExcludingBiogenicUptake()) + " / "
                + footprint.getDeclaredUnit();
    }

    /** Four digits that mean something, and no rounding of what is left of the point. */
    static String number(double figure) {
        int digitsLeft = figure == 0 ? 1 : (int) Math.floor(Math.log10(Math.abs(figure))) + 1;
        return BigDecimal.valueOf(figure)
                .setScale(Math.max(0, DIGITS_SHOWN - digitsLeft), RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private String row(ProductFootprint footprint) {
        FootprintFigures figures = footprint.getFigures();
        return String.format(
                ROW,
                Optional.ofNullable(footprint.getProductName()).orElse(footprint.getProduct()),
                figure(footprint),
                change(footprint),
                figures == null || figures.getPrimaryDataShare() == null
                        ? ""
                        : String.format("%.0f %%", figures.getPrimaryDataShare()),
                status(footprint),
                TIME.format(footprint.getAsOf().atZone(zone)));
    }

    private static String change(ProductFootprint footprint) {
        Double before = footprint.getPreviousPcfExcludingBiogenicUptake();
        if (before == null || footprint.getFigures() == null || before == 0) {
            return "";
        }
        double now = footprint.getFigures().getPcfExcludingBiogenicUptake();
        return String.format("%+.2f %%", 100 * (now - before) / Math.abs(before));
    }

    private static String status(ProductFootprint footprint) {
        StringBuilder status = new StringBuilder(footprint.getStatus());
        if (footprint.getResult() != null) {
            status.append(", ").append(footprint.getResult());
        }
        FootprintFigures figures = footprint.getFigures();
        if (figures != null && figures.getCarriedForward() > WORTH_SAYING) {
            status.append(String.format(", %.0f %% carried", 100 * figures.getCarriedForward()));
        }
        return status.toString();
    }
}

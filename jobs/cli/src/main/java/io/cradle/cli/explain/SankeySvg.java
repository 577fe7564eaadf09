package io.cradle.cli.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws what a footprint comes from: the product on the left, what it comes from on the right, credits at the bottom. */
final class SankeySvg {
    private static final int COLUMN_WIDTH = 320;
    private static final int NODE_WIDTH = 14;
    private static final int FLOW_HEIGHT = 520;
    private static final int NARROWEST = 960;
    private static final int GAP = 16;
    private static final int TOP = 78;
    private static final int LEFT = 20;
    private static final int LONGEST_LABEL = 34;
    private static final double THINNEST = 0.5;

    private final ExplainedProduct of;
    private final Flows flows;
    private final double pixelsPerKg;
    private final StringBuilder svg = new StringBuilder();
    private final Map<Flows.Node, Double> tops = new HashMap<>();
    private double bottom;

    private SankeySvg(ExplainedProduct of) {
        this.of = of;
        this.flows = Flows.of(of.explanation());
        double all = flows.column(0).stream().mapToDouble(node -> node.kgCO2e).sum();
        this.pixelsPerKg = all > 0 ? FLOW_HEIGHT / all : 0;
    }

    static String of(ExplainedProduct explained) {
        return new SankeySvg(explained).draw();
    }

    private String draw() {
        int columns = 0;
        for (int column = 0; column < Flows.COLUMNS; column++) {
            List<Flows.Node> nodes = flows.column(column);
            place(nodes);
            columns += nodes.isEmpty() ? 0 : 1;
        }
        drawLinks();
        tops.keySet().stream()
                .sorted(Comparator.comparingInt((Flows.Node node) -> node.column)
                        .thenComparing(node -> node.label)
                        .thenComparing(node -> node.takesOff))
                .forEach(this::drawNode);
        return frame(Math.max(NARROWEST, LEFT + columns * COLUMN_WIDTH + LEFT), (int) Math.ceil(bottom) + GAP);
    }

    /** What adds stands above what takes off; in each, the largest first. */
    private void place(List<Flows.Node> nodes) {
        List<Flows.Node> sorted = new ArrayList<>(nodes);
        sorted.sort(Comparator.comparing((Flows.Node node) -> node.takesOff).thenComparing(node -> -node.kgCO2e));
        double y = TOP;
        boolean takesOff = false;
        for (Flows.Node node : sorted) {
            y += node.takesOff && !takesOff ? 2 * GAP : 0;
            takesOff = node.takesOff;
            tops.put(node, y);
            y += height(node.kgCO2e) + GAP;
        }
        bottom = Math.max(bottom, y);
    }

    private double height(double kgCO2e) {
        return Math.max(THINNEST, kgCO2e * pixelsPerKg);
    }

    private static double x(Flows.Node node) {
        return LEFT + (double) node.column * COLUMN_WIDTH;
    }

    private void drawLinks() {
        Map<Flows.Node, Double> usedLeft = new HashMap<>();
        Map<Flows.Node, Double> usedRight = new HashMap<>();
        flows.links().stream()
                .sorted(Comparator.comparingDouble((Flows.Link link) -> tops.get(link.to))
                        .thenComparing(link -> tops.get(link.from)))
                .forEach(link -> {
                    double height = height(link.kgCO2e);
                    double fromY = tops.get(link.from) + usedLeft.merge(link.from, height, Double::sum) - height / 2;
                    double toY = tops.get(link.to) + usedRight.merge(link.to, height, Double::sum) - height / 2;
                    drawLink(link, toY, fromY, height);
                });
    }

    private void drawLink(Flows.Link link, double toY, double fromY, double height) {
        double x1 = x(link.to) + NODE_WIDTH;
        double x2 = x(link.from);
        double middle = (x1 + x2) / 2;
        line(
                "<path d=\"M%.1f %.2f C%.1f %.2f %.1f %.2f %.1f %.2f\" class=\"%s\" stroke-width=\"%.2f\">"
                        + "<title>%s → %s: %s kgCO2e</title></path>",
                x1,
                toY,
                middle,
                toY,
                middle,
                fromY,
                x2,
                fromY,
                link.from.takesOff ? "off" : "add",
                height,
                escaped(link.from.label),
                escaped(link.to.label),
                Digits.of(signed(link.from, link.kgCO2e)));
    }

    private static double signed(Flows.Node node, double kgCO2e) {
        return node.takesOff ? -kgCO2e : kgCO2e;
    }

    private void drawNode(Flows.Node node) {
        double height = height(node.kgCO2e);
        double y = tops.get(node);
        String figure = Digits.of(signed(node, node.kgCO2e));
        line(
                "<rect x=\"%.1f\" y=\"%.2f\" width=\"%d\" height=\"%.2f\" class=\"%s\"><title>%s: %s kgCO2e</title></rect>",
                x(node), y, NODE_WIDTH, height, node.takesOff ? "offNode" : "addNode", escaped(node.label), figure);
        line(
                "<text x=\"%.1f\" y=\"%.2f\">%s <tspan class=\"figure\">%s</tspan></text>",
                x(node) + NODE_WIDTH + 4, y + height / 2 + 4, escaped(shortened(node.label)), figure);
    }

    private String frame(int width, int height) {
        String title = of.network() + " / " + of.product() + ", " + of.period() + ": " + Digits.of(of.figure())
                + " kgCO2e / " + of.unit();
        String below = "excluding biogenic uptake; as of " + of.asOf() + "; " + of.result() + "; the largest paths, "
                + "credits and removals in green; figures in kgCO2e per " + of.unit();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\">\n"
                + "<style>text{font:12px sans-serif;fill:#222}.title{font-size:18px;font-weight:bold}"
                + ".figure{fill:#666}path{fill:none;stroke-opacity:.35}.add{stroke:#b5651d}.off{stroke:#2e8b57}"
                + ".addNode{fill:#8b4513}.offNode{fill:#1e6b40}</style>\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
                + "<text x=\"" + LEFT + "\" y=\"30\" class=\"title\">" + escaped(title) + "</text>\n"
                + "<text x=\"" + LEFT + "\" y=\"50\">" + escaped(below) + "</text>\n"
                + svg + "</svg>\n";
    }

    private void line(String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values)).append('\n');
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("\\p{Cntrl}", " ");
    }
}

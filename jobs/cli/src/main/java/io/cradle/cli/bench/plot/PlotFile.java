package io.cradle.cli.bench.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;

/** Draws plots with XChart and writes them as SVG with Batik. Needs no screen. */
public final class PlotFile {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 420;
    private static final float GRID_STROKE = 0.5f;

    /** More points than this are a curve. */
    private static final int MARKED = 12;

    private PlotFile() {}

    /** Writes NAME.svg into a directory. */
    public static void write(Plot plot, Path directory) throws IOException {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptyDocument());
        // Tenths of a pixel: what lies below is noise in the file.
        context.setPrecision(1);
        context.setComment("Drawn by cradle bench");
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
        chart(plot).paint(graphics, WIDTH, HEIGHT);
        try (Writer writer = Files.newBufferedWriter(directory.resolve(plot.name() + ".svg"))) {
            graphics.stream(writer, true);
        }
    }

    private static XYChart chart(Plot plot) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(plot.title())
                .xAxisTitle(plot.xTitle())
                .yAxisTitle(plot.yTitle())
                .build();
        XYStyler styler = chart.getStyler();
        styler.setXAxisLogarithmic(true).setYAxisLogarithmic(true).setLegendPosition(LegendPosition.OutsideE);
        styler.setChartBackgroundColor(Color.WHITE);
        // A dashed line would be drawn as hundreds of small boxes.
        styler.setPlotGridLinesStroke(new BasicStroke(GRID_STROKE));
        for (Plot.Line line : plot.drawn()) {
            XYSeries series = chart.addSeries(line.name(), line.xs(), line.ys());
            series.setMarker(line.xs().length > MARKED ? SeriesMarkers.NONE : SeriesMarkers.CIRCLE);
        }
        return chart;
    }

    private static Document emptyDocument() {
        try {
            DOMImplementation implementation =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation();
            return implementation.createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own XML parser has no default configuration", e);
        }
    }
}

package io.cradle.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.kafka.Published;
import io.cradle.schemas.FootprintFigures;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.OutputTopic;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTextTest {
    private static final String PERIOD = "2026-11";
    private static final Instant AS_OF = Instant.parse("2026-11-23T10:20:30.5Z");

    private final Board board = new Board();
    private final TableText table = new TableText(List.of("steel", "car"), ZoneOffset.UTC);

    @Test
    void newestFigureStandsWithUnitChangeAndStatus() {
        board.take(published(footprint(2.25, 2.0, "complete", 0.5, AS_OF)));
        board.take(published(footprint(9, 2.0, "complete", 0, AS_OF.minusSeconds(1))));
        List<String> lines = table.lines(board, PERIOD);
        assertTrue(lines.get(1).startsWith("Hot steel"), lines.get(1));
        for (String part : List.of(
                " 2.250 / kg ", " +12.50 % ", " 40 % ", " provisional, complete, 50 % carried ", "10:20:30.5")) {
            assertTrue(lines.get(1).contains(part), part + " in " + lines.get(1));
        }
        assertTrue(lines.get(2).startsWith("car "), lines.get(2));
        assertTrue(lines.get(2).endsWith("not yet"), lines.get(2));
    }

    @Test
    void incompleteFigureIsALowerBoundAndNoFigureIsNone() {
        assertEquals(">= 2.250 / kg", TableText.figure(footprint(2.25, 2.0, "incomplete", 0, AS_OF)));
        ProductFootprint without = ProductFootprint.newBuilder(footprint(1, 1, "non-productive-loop", 0, AS_OF))
                .setFigures(null)
                .build();
        assertEquals("-", TableText.figure(without));
    }

    @Test
    void otherPeriodsAreNotShown() {
        board.take(published(footprint(2.25, 2.0, "complete", 0, AS_OF)));
        assertTrue(table.lines(board, "2026-10").get(1).endsWith("not yet"));
    }

    private static Published published(ProductFootprint footprint) {
        return new Published(OutputTopic.PRODUCT_FOOTPRINTS, 0, 0, 0, "key", footprint);
    }

    private static ProductFootprint footprint(
            double pcf, double previous, String result, double carried, Instant asOf) {
        return ProductFootprint.newBuilder()
                .setNetwork("demo")
                .setProduct("steel")
                .setProductName("Hot steel")
                .setPeriod(PERIOD)
                .setPeriodStart(AS_OF)
                .setPeriodEnd(AS_OF)
                .setAsOf(asOf)
                .setDeclaredUnit("kg")
                .setStatus("provisional")
                .setResult(result)
                .setFigures(figures(pcf, carried))
                .setPreviousPcfExcludingBiogenicUptake(previous)
                .setSeries("s")
                .build();
    }

    private static FootprintFigures figures(double pcf, double carried) {
        FootprintFigures figures = new FootprintFigures();
        for (org.apache.avro.Schema.Field field : figures.getSchema().getFields()) {
            if (field.schema().getType() == org.apache.avro.Schema.Type.DOUBLE) {
                figures.put(field.pos(), 0.0);
            }
        }
        return FootprintFigures.newBuilder(figures)
                .setPcfExcludingBiogenicUptake(pcf)
                .setPrimaryDataShare(40.0)
                .setCarriedForward(carried)
                .build();
    }
}

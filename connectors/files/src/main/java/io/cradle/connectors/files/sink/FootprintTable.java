package io.cradle.connectors.files.sink;

import static io.cradle.connectors.files.sink.CellPrint.instant;
import static io.cradle.connectors.files.sink.CellPrint.list;
import static io.cradle.connectors.files.sink.CellPrint.number;

import io.cradle.schemas.FootprintFigures;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.RecordKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** product-footprints.csv: every publication, figures in kgCO2e per declared unit. */
final class FootprintTable implements Table {
    private static final List<String> BEFORE =
            List.of("network", "product", "period", "as_of", "declared_unit", "status", "result");
    private static final List<String> FIGURES = List.of(
            "fossil",
            "land_use_change",
            "land_management_emissions",
            "land_management_removals",
            "biogenic_non_co2",
            "technological_removals",
            "ccs_capture",
            "biogenic_uptake",
            "aircraft",
            "pcf_excluding_biogenic_uptake",
            "pcf_including_biogenic_uptake",
            "credits",
            "packaging",
            "outbound_logistics",
            "primary_data_share",
            "technological_dqr",
            "geographical_dqr",
            "temporal_dqr");
    private static final List<String> AFTER = List.of(
            "coverage",
            "covered_to",
            "carried_forward",
            "unresolved",
            "cause",
            "usability_level",
            "missing_for_next_level",
            "category",
            "grade",
            "grading_scheme");

    @Override
    public OutputTopic topic() {
        return OutputTopic.PRODUCT_FOOTPRINTS;
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(BEFORE);
        columns.addAll(FIGURES);
        columns.addAll(AFTER);
        return columns;
    }

    @Override
    public String sortKey(SpecificRecord record) {
        ProductFootprint footprint = (ProductFootprint) record;
        return RecordKey.join(footprint.getNetwork(), footprint.getProduct(), footprint.getPeriod());
    }

    @Override
    public List<String[]> rows(SpecificRecord record) {
        ProductFootprint footprint = (ProductFootprint) record;
        FootprintFigures figures = footprint.getFigures();
        List<String> cells = new ArrayList<>();
        cells.add(footprint.getNetwork());
        cells.add(footprint.getProduct());
        cells.add(footprint.getPeriod());
        cells.add(instant(footprint.getAsOf()));
        cells.add(footprint.getDeclaredUnit());
        cells.add(footprint.getStatus());
        cells.add(footprint.getResult());
        cells.addAll(figures == null ? Collections.nCopies(FIGURES.size(), null) : cells(figures));
        cells.add(number(footprint.getCoverage()));
        cells.add(instant(footprint.getCoveredTo()));
        cells.add(figures == null ? null : number(figures.getCarriedForward()));
        cells.add(list(footprint.getUnresolved().stream()
                .map(gap -> gap.getInput() + ": " + gap.getReason())
                .toList()));
        cells.add(footprint.getCause());
        cells.add(footprint.getUsabilityLevel());
        cells.add(list(footprint.getMissingForNextLevel()));
        cells.add(footprint.getCategory());
        cells.add(footprint.getGrade());
        cells.add(footprint.getGradingScheme());
        return Collections.singletonList(cells.toArray(String[]::new));
    }

    /** Every column of {@link #FIGURES} is named as the field that it shows. */
    private static List<String> cells(FootprintFigures figures) {
        List<String> cells = new ArrayList<>(FIGURES.size());
        for (String name : FIGURES) {
            cells.add(number((Double) figures.get(name)));
        }
        return cells;
    }
}

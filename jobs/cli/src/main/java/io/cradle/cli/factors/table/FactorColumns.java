package io.cradle.cli.factors.table;

import io.cradle.connectors.files.rows.Column;
import io.cradle.connectors.files.rows.TopicColumns;
import io.cradle.schemas.Indicators;
import io.cradle.schemas.wire.InputTopic;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The columns of a table of factors: those of the topic, and what a table says beyond them. */
public final class FactorColumns {
    /** Fields of the topic's records. */
    public static final List<Column> OF_RECORD =
            TopicColumns.of(InputTopic.EMISSION_FACTORS).columns();

    /** Steps of a computation, see {@link io.cradle.core.factor.Combustion}. */
    public static final List<String> OF_COMPUTATION = List.of(
            "ncv", "ncv_unit", "carbon", "carbon_unit", "oxidation_percent", "co2_per_energy", "co2_per_energy_unit");

    /** Figures in kgCO2e per unit, or kgCO2 where {@code gases} says CO2. */
    public static final List<String> INDICATORS = Indicators.getClassSchema().getFields().stream()
            .map(Schema.Field::name)
            .toList();

    /** Every legal name. */
    public static final List<String> ALL = Stream.of(
                    OF_RECORD.stream().map(Column::name), Stream.of("name", "gases"), OF_COMPUTATION.stream())
            .flatMap(names -> names)
            .toList();

    /** Those that every row must fill. */
    public static final List<String> REQUIRED = List.of("flow", "kind", "valid_from", "unit");

    private FactorColumns() {}
}

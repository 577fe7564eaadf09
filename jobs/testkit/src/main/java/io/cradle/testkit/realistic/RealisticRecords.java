package io.cradle.testkit.realistic;

import io.cradle.schemas.BillLine;
import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.DataQuality;
import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.Indicators;
import io.cradle.testkit.generate.Records;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** The same network as records of the input topics: factors and bills, everything in kg. */
public final class RealisticRecords {
    /** First day of every version. */
    public static final String VALID_FROM = "2024-01-01";

    private final String name;
    private final RealisticNetwork network;

    /** @param name of the supply network */
    public RealisticRecords(String name, RealisticNetwork network) {
        this.name = name;
        this.network = network;
    }

    /** Identifier of a product. */
    public static String product(int number) {
        return "p" + padded(10_000_000, number);
    }

    /** Identifier of the flow of a factor. */
    public static String flow(int factor) {
        return "flow" + padded(10_000, factor);
    }

    /** Ten times faster than a format, which counts with ten million lines. */
    private static String padded(int above, int number) {
        return Integer.toString(above + number).substring(1);
    }

    /** The factors, then the bills; made as they are read. */
    public Stream<SpecificRecord> records() {
        return Stream.concat(
                IntStream.range(0, network.factors()).mapToObj(number -> factor(number, 0)),
                IntStream.range(0, network.products()).mapToObj(this::bill));
    }

    /** A factor in its first version (0) or as revised so often. */
    public EmissionFactor factor(int number, int version) {
        FactorFigures figures = FactorFigures.of(network, number, version);
        int[] ratings = figures.ratings();
        return EmissionFactor.newBuilder(Records.factor(flow(number), "supply", VALID_FROM, "kg", "0"))
                .setIndicators(indicators(figures.tenThousandths()))
                .setQuality(DataQuality.newBuilder()
                        .setPrimaryDataShare(String.valueOf(figures.primaryDataShare()))
                        .setTechnologicalDqr(String.valueOf(ratings[0]))
                        .setGeographicalDqr(String.valueOf(ratings[1]))
                        .setTemporalDqr(String.valueOf(ratings[2]))
                        .build())
                .build();
    }

    /** The bill of a product. */
    public BillOfMaterials bill(int number) {
        Recipe recipe = new Recipe();
        network.read(number, recipe);
        List<BillLine> lines = new ArrayList<>(recipe.size());
        for (int line = 0; line < recipe.size(); line++) {
            lines.add(line(recipe, line));
        }
        BillOfMaterials bill = Records.bill(name, product(number), "kg", VALID_FROM);
        return BillOfMaterials.newBuilder(bill)
                .setValidFrom(LocalDate.parse(VALID_FROM))
                .setLines(lines)
                .build();
    }

    private BillLine line(Recipe recipe, int line) {
        int input = recipe.input(line);
        boolean factor = input < network.factors();
        BillLine plain = Records.line(
                factor ? "flow" : "product",
                factor ? flow(input) : product(input - network.factors()),
                decimal(recipe.millionths(line), 6),
                "kg");
        return BillLine.newBuilder(plain)
                .setPurpose(recipe.isPackaging(line) ? "packaging" : null)
                .setDataSource(recipe.isPrimary(line) ? "primary" : null)
                .build();
    }

    private static Indicators indicators(int[] tenThousandths) {
        return Indicators.newBuilder()
                .setFossil(decimal(tenThousandths[0], 4))
                .setLandUseChange(decimal(tenThousandths[1], 4))
                .setLandManagementEmissions(decimal(tenThousandths[2], 4))
                .setLandManagementRemovals(decimal(tenThousandths[3], 4))
                .setBiogenicNonCo2(decimal(tenThousandths[4], 4))
                .setBiogenicUptake(decimal(tenThousandths[7], 4))
                .setAircraft(decimal(tenThousandths[8], 4))
                .build();
    }

    private static String decimal(int parts, int scale) {
        return BigDecimal.valueOf(parts, scale).stripTrailingZeros().toPlainString();
    }
}

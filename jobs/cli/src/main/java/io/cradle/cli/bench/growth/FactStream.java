package io.cradle.cli.bench.growth;

import io.cradle.core.Position;
import io.cradle.core.activity.InputKind;
import io.cradle.core.factor.Factor;
import io.cradle.core.factor.FactorKind;
import io.cradle.core.factor.FactorTable;
import io.cradle.core.factor.Quality;
import io.cradle.core.network.Bill;
import io.cradle.core.network.BillLine;
import io.cradle.core.network.Change;
import io.cradle.core.network.Purpose;
import io.cradle.core.quantity.MassEnergy;
import io.cradle.core.quantity.Units;
import io.cradle.testkit.realistic.FactorFigures;
import io.cradle.testkit.realistic.RealisticNetwork;
import io.cradle.testkit.realistic.RealisticRecords;
import io.cradle.testkit.realistic.Recipe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A realistic network as facts of the domain, as intake would make them of its records. */
final class FactStream {
    private static final LocalDate FROM = LocalDate.parse(RealisticRecords.VALID_FROM);
    private static final MassEnergy KG = MassEnergy.none(Units.KG);
    private static final int INDICATORS = 9;
    private static final double PERCENT = 100;

    private final RealisticNetwork network;
    private long offset;

    FactStream(RealisticNetwork network) {
        this.network = network;
    }

    /** Puts the factors of the network into a table, as of a log time. */
    void factors(FactorTable table, long logTimeMs) {
        for (int number = 0; number < network.factors(); number++) {
            FactorFigures figures = FactorFigures.of(network, number, 0);
            int[] ratings = figures.ratings();
            String flow = RealisticRecords.flow(number);
            Factor factor = new Factor(
                    flow,
                    flow,
                    "GLO",
                    FactorKind.SUPPLY,
                    FROM,
                    null,
                    KG,
                    IntStream.range(0, INDICATORS)
                            .mapToDouble(figures::indicator)
                            .toArray(),
                    new Quality(figures.primaryDataShare() / PERCENT, ratings[0], ratings[1], ratings[2]),
                    null,
                    null);
            table.put(flow, "GLO", FactorKind.SUPPLY, FROM, at(logTimeMs, "emission-factors"), Optional.of(factor));
        }
    }

    /** The bills of all products. */
    List<Change> bills(long logTimeMs) {
        List<Change> bills = new ArrayList<>(network.products());
        Recipe recipe = new Recipe();
        for (int product = 0; product < network.products(); product++) {
            bills.add(bill(product, logTimeMs, recipe, 1));
        }
        return bills;
    }

    /**
     * The bill of a product.
     *
     * @param scale what the amount of its first line is multiplied with
     */
    Change bill(int product, long logTimeMs, Recipe recipe, double scale) {
        network.read(product, recipe);
        List<BillLine> lines = new ArrayList<>(recipe.size());
        for (int line = 0; line < recipe.size(); line++) {
            lines.add(line(recipe, line, line == 0 ? scale : 1));
        }
        String name = RealisticRecords.product(product);
        return new Change.BillChange(
                at(logTimeMs, "bills-of-materials"),
                name + "/" + RealisticRecords.VALID_FROM,
                name,
                FROM,
                new Bill(name, FROM, null, KG, lines));
    }

    private BillLine line(Recipe recipe, int line, double scale) {
        int input = recipe.input(line);
        boolean factor = input < network.factors();
        return new BillLine(
                factor ? InputKind.FLOW : InputKind.PRODUCT,
                factor ? RealisticRecords.flow(input) : RealisticRecords.product(input - network.factors()),
                recipe.amount(line) * scale,
                Units.KG,
                null,
                null,
                recipe.isPackaging(line) ? Purpose.PACKAGING : Purpose.MATERIAL,
                Double.NaN,
                recipe.isPrimary(line));
    }

    private Position at(long logTimeMs, String topic) {
        return new Position(logTimeMs, topic, 0, offset++);
    }
}

package io.cradle.testkit.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The lines of a product that is made in a period: its bills and the processes that made it (figures.md, 5). */
final class ProductMade {
    private final NetworkView view;
    private final ProcessBook book;
    private final InputResolver resolver;
    private final String product;
    private final Period period;
    private final Fact.Bill bill;
    private final Set<String> processes = new TreeSet<>();

    /** {@code bill}: the last version in force in the period. */
    ProductMade(
            NetworkView view, ProcessBook book, InputResolver resolver, String product, Period period, Fact.Bill bill) {
        this.view = view;
        this.book = book;
        this.resolver = resolver;
        this.product = product;
        this.period = period;
        this.bill = bill;
    }

    GraphNode node() {
        List<NodeLine> lines = new ArrayList<>();
        for (NetworkView.BillInForce version : view.billsInForce(product, period)) {
            version.bill().lines().forEach(line -> lines.addAll(billLine(version, line)));
        }
        lines.addAll(processLines());
        return new GraphNode(GraphNode.product(product), lines);
    }

    /** The processes that the node's lines name; known once the node is built. */
    Set<String> processes() {
        return processes;
    }

    /** 100 × Σ weight × exempted share of the lines inside the footprint. */
    double exemptedPercent() {
        return 100
                * view.billsInForce(product, period).stream()
                        .flatMap(version -> version.bill().lines().stream()
                                .filter(line -> line.exempted() != null && line.purpose() != Fact.Purpose.OUTBOUND)
                                .map(line -> version.weight().multiply(line.exempted())))
                        .mapToDouble(BigDecimal::doubleValue)
                        .sum();
    }

    private List<NodeLine> billLine(NetworkView.BillInForce version, Fact.BillLine line) {
        Optional<BigDecimal> perUnit = versionUnitsPerUnit(version.bill());
        Quantity quantity = new Quantity(line.amount(), line.unit()).times(perUnit.orElse(BigDecimal.ONE));
        double weight = version.weight().doubleValue();
        Double kg = line.unit().isMass()
                ? quantity.inBase().abs().multiply(version.weight()).doubleValue()
                : null;
        return resolve(line, perUnit.isPresent(), quantity.times(version.weight())).stream()
                .map(resolved ->
                        new NodeLine(line.input(), line.purpose(), weight, kg, line.primary(), false, resolved))
                .toList();
    }

    private List<Resolved> resolve(Fact.BillLine line, boolean converts, Quantity quantity) {
        int lines = line.kind() == InputKind.FUEL ? 2 : 1;
        if (line.exempted() != null) {
            return Stream.<Resolved>generate(Resolved.Exempted::new)
                    .limit(lines)
                    .toList();
        }
        if (!converts) {
            return Stream.<Resolved>generate(() -> new Resolved.Missing(Gap.UNIT_DIMENSION))
                    .limit(lines)
                    .toList();
        }
        return resolver.resolve(
                line.kind(),
                line.input(),
                line.supplier(),
                line.region(),
                period.lastDay().withDayOfMonth(1),
                quantity);
    }

    /** How many declared units of a version one declared unit of the last version is; each weighs by its own mass. */
    private Optional<BigDecimal> versionUnitsPerUnit(Fact.Bill version) {
        Masses masses = new Masses(List.of(
                new Masses.Entry(bill.declaredUnit(), bill.productMass()),
                new Masses.Entry(version.declaredUnit(), version.productMass())));
        return masses.convert(Quantity.one(bill.declaredUnit()), version.declaredUnit());
    }

    private List<NodeLine> processLines() {
        Map<String, StageOutput> now = stages(period);
        List<NodeLine> lines = new ArrayList<>();
        now.forEach((stage, output) -> lines.addAll(lines(output, period)));
        Optional<Period> earlier = view.earlierThan(period).stream()
                .filter(candidate -> stages(candidate).values().stream().anyMatch(StageOutput::hasTotal))
                .findFirst();
        earlier.ifPresent(candidate -> stages(candidate).forEach((stage, output) -> {
            if (!now.containsKey(stage) && output.hasTotal()) {
                lines.addAll(lines(output, candidate));
            }
        }));
        return lines;
    }

    /** What was made of the product in one stage: its total in declared units, and its records by process. */
    private record StageOutput(BigDecimal total, Map<String, List<Fact.Production>> byProcess) {
        boolean hasTotal() {
            return total.signum() > 0;
        }
    }

    private Map<String, StageOutput> stages(Period of) {
        Map<String, StageOutput> stages = new TreeMap<>();
        for (Fact.Production production : view.productionOf(product)) {
            if (ProcessBook.partIn(production, of).amount().signum() > 0) {
                BigDecimal amount = declaredUnits(production, of).orElse(BigDecimal.ZERO);
                StageOutput before =
                        stages.getOrDefault(production.stage(), new StageOutput(BigDecimal.ZERO, new TreeMap<>()));
                before.byProcess()
                        .computeIfAbsent(production.process(), process -> new ArrayList<>())
                        .add(production);
                stages.put(production.stage(), new StageOutput(before.total().add(amount), before.byProcess()));
            }
        }
        return stages;
    }

    private Optional<BigDecimal> declaredUnits(Fact.Production production, Period of) {
        return Masses.of(bill.declaredUnit(), bill.productMass())
                .convert(ProcessBook.partIn(production, of), bill.declaredUnit());
    }

    private List<NodeLine> lines(StageOutput output, Period of) {
        List<NodeLine> lines = new ArrayList<>();
        output.byProcess().forEach((process, records) -> {
            processes.add(process);
            Resolved resolved = resolve(process, records, output.total(), of);
            lines.add(new NodeLine(process, Fact.Purpose.WITHIN, 1, null, true, !of.equals(period), resolved));
        });
        return lines;
    }

    private Resolved resolve(String process, List<Fact.Production> records, BigDecimal total, Period of) {
        BigDecimal units = BigDecimal.ZERO;
        for (Fact.Production record : records) {
            Optional<BigDecimal> allocated = book.allocationUnits(record, of);
            if (allocated.isEmpty() || declaredUnits(record, of).isEmpty()) {
                return new Resolved.Missing(Gap.UNIT_DIMENSION);
            }
            units = units.add(allocated.get());
        }
        return resolver.process(
                process, units.divide(total, MathContext.DECIMAL128).doubleValue());
    }
}

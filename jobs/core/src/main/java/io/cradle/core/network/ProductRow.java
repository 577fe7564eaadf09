package io.cradle.core.network;

import io.cradle.core.activity.InputKind;
import io.cradle.core.factor.Gas;
import io.cradle.core.quantity.MassEnergy;
import io.cradle.core.quantity.Units;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Builds the row of a product made: its bills in force, weighted by days, and the processes that made it. */
final class ProductRow {
    private final RowContext context;
    private final Sources sources;
    private final YearMonth month;
    private final Row.Builder row = new Row.Builder();

    private ProductRow(RowContext context) {
        this.context = context;
        this.sources = new Sources(context);
        this.month = YearMonth.from(context.period().lastDay());
    }

    static Row build(String product, RowContext context) {
        BillsInForce bills = context.facts().billsInForce(product, context.period());
        return bills == null ? Row.unresolved(Gap.NO_PRODUCTION) : new ProductRow(context).build(product, bills);
    }

    private Row build(String product, BillsInForce bills) {
        MassEnergy per = bills.declaring().per();
        row.face = Face.of(per);
        row.name = bills.declaring().name();
        for (BillsInForce.Weighted weighted : bills.weighted()) {
            OptionalDouble ratio = weighted.bill().per().ratioFrom(per);
            for (BillLine line : weighted.bill().lines()) {
                addLine(line, weighted.share(), ratio);
            }
        }
        addProcesses(product, per);
        return row.build();
    }

    private void addLine(BillLine line, double share, OptionalDouble declaredUnits) {
        double kg = line.unit().sameDimension(Units.KG)
                ? line.amount() * line.unit().in(Units.KG) * declaredUnits.orElse(1)
                : Double.NaN;
        int parts = line.kind() == InputKind.FUEL ? 2 : 1;
        if (line.isExempted()) {
            row.exemptedPercent += line.purpose() == Purpose.OUTBOUND ? 0 : 100 * share * line.exempted();
            cover(line, parts, 1, share, kg);
            return;
        }
        if (declaredUnits.isEmpty()) {
            row.unresolved.add(new UnresolvedLine(line.input(), Gap.UNIT_DIMENSION));
            cover(line, parts, 0, share, kg);
            return;
        }
        double amount = line.amount() * share * declaredUnits.getAsDouble();
        if (line.kind() == InputKind.GAS) {
            Gas gas = Gas.find(line.input()).orElseThrow();
            row.directs.add(new Direct(gas, amount * line.unit().in(Units.KG), line.purpose(), line.primary(), false));
            cover(line, parts, 1, share, kg);
            return;
        }
        Sources.Wanted wanted =
                new Sources.Wanted(line.kind(), line.input(), line.unit(), line.region(), line.supplier(), month);
        for (Sources.Source source : sources.of(wanted)) {
            cover(line, 1, source.isResolved() ? 1 : 0, share, kg);
            addSource(line, amount, source);
        }
    }

    private void cover(BillLine line, int parts, int covered, double share, double kg) {
        for (int i = 0; i < parts && line.purpose() != Purpose.OUTBOUND; i++) {
            row.covered(covered, share, kg);
        }
    }

    private void addSource(BillLine line, double amount, Sources.Source source) {
        if (!source.isResolved()) {
            row.unresolved.add(new UnresolvedLine(line.input(), source.unresolved()));
            return;
        }
        row.edges.add(new Edge(
                source.target(),
                amount * source.ratio(),
                amount,
                line.unit().code(),
                line.purpose(),
                line.primary(),
                false,
                source.notes()));
    }

    private void addProcesses(String product, MassEnergy per) {
        if (context.facts().productionsOf(product).isEmpty()) {
            return;
        }
        Stages current = Stages.of(product, context.period(), per, context);
        Stages earlier = Stages.latestEarlier(product, context.period(), per, context);
        current.byStage().forEach((name, stage) -> addStage(stage, false));
        earlier.byStage().forEach((name, stage) -> {
            if (!current.byStage().containsKey(name)) {
                addStage(stage, true);
            }
        });
    }

    private void addStage(Stages.Stage stage, boolean carried) {
        for (Map.Entry<String, Stages.Line> entry : stage.byProcess.entrySet()) {
            NodeKey process = NodeKey.process(entry.getKey());
            Face face = context.face(process);
            String unresolved = entry.getValue().converts ? face.unresolved() : Gap.UNIT_DIMENSION;
            row.covered(unresolved == null ? 1 : 0, 1, Double.NaN);
            row.processes.add(process);
            if (unresolved != null) {
                row.unresolved.add(new UnresolvedLine(entry.getKey(), unresolved));
                continue;
            }
            double units = entry.getValue().allocationUnits / stage.amount;
            row.edges.add(new Edge(
                    process,
                    units,
                    units,
                    "1",
                    Purpose.MATERIAL,
                    true,
                    carried,
                    carried ? List.of("carried-forward") : List.of()));
        }
    }
}

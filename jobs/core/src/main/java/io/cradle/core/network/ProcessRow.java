package io.cradle.core.network;

import io.cradle.core.activity.InputKind;
import io.cradle.core.activity.RecordedInput;
import io.cradle.core.factor.Gas;
import io.cradle.core.quantity.MassEnergy;
import io.cradle.core.quantity.Units;
import java.util.List;

/** Builds the row of a process: its inputs per allocation unit. */
final class ProcessRow {
    /** Allocation units are numbers: the unit of a process node never converts to anything else. */
    private static final MassEnergy PER_ALLOCATION_UNIT = MassEnergy.none(Units.of("1"));

    private final RowContext context;
    private final Sources sources;
    private final Row.Builder row = new Row.Builder();

    private ProcessRow(RowContext context) {
        this.context = context;
        this.sources = new Sources(context);
    }

    static Row build(String process, RowContext context) {
        return new ProcessRow(context).build(process);
    }

    private Row build(String process) {
        ProcessAccount current = ProcessAccount.of(process, context.period(), context);
        ProcessAccount allocated =
                current.usable() ? current : ProcessAccount.latestEarlier(process, context.period(), context);
        boolean carried = !current.usable();
        row.coveredToMs = current.countedToMs();
        if (allocated == null) {
            row.face = Face.unresolved(Gap.NO_PRODUCTION);
            row.covered(0, 1, Double.NaN);
        } else {
            row.face = Face.of(PER_ALLOCATION_UNIT);
            allocated
                    .counted()
                    .forEach((input, amount) -> allocate(input, amount / allocated.allocationTotal(), carried));
        }
        RecordedLine.Account beforeClock = current.usable() ? RecordedLine.Account.COUNTED : waiting(current);
        current.counted().forEach((input, amount) -> record(input, amount, beforeClock));
        current.pending().forEach((input, amount) -> record(input, amount, waiting(current)));
        return row.build();
    }

    private RecordedLine.Account waiting(ProcessAccount account) {
        return context.isClosed(account.period()) ? RecordedLine.Account.UNALLOCATED : RecordedLine.Account.PENDING;
    }

    private void allocate(RecordedInput input, double perAllocationUnit, boolean carried) {
        if (input.kind() == InputKind.GAS) {
            double kg = perAllocationUnit * input.unit().in(Units.KG);
            row.directs.add(new Direct(gas(input), kg, Purpose.MATERIAL, input.primary(), carried));
            row.covered(1, 1, Double.NaN);
            return;
        }
        for (Sources.Source source : sources.of(wanted(input))) {
            row.covered(source.isResolved() ? 1 : 0, 1, Double.NaN);
            if (source.isResolved()) {
                row.edges.add(new Edge(
                        source.target(),
                        perAllocationUnit * source.ratio(),
                        perAllocationUnit,
                        input.unit().code(),
                        Purpose.MATERIAL,
                        input.primary(),
                        carried,
                        source.notes()));
            } else {
                row.unresolved.add(new UnresolvedLine(input.input(), source.unresolved()));
            }
        }
    }

    private void record(RecordedInput input, double amount, RecordedLine.Account account) {
        if (input.kind() == InputKind.GAS) {
            double kgCO2e = amount * input.unit().in(Units.KG) * gas(input).gwp100();
            row.recorded.add(new RecordedLine(input, amount, account, null, kgCO2e, List.of()));
            return;
        }
        for (Sources.Source source : sources.of(wanted(input))) {
            row.recorded.add(new RecordedLine(
                    input,
                    amount,
                    account,
                    source.target(),
                    amount * source.ratio(),
                    source.isResolved() ? source.notes() : List.of(source.unresolved())));
        }
    }

    private static Gas gas(RecordedInput input) {
        return Gas.find(input.input()).orElseThrow();
    }

    private static Sources.Wanted wanted(RecordedInput input) {
        return new Sources.Wanted(
                input.kind(), input.input(), input.unit(), input.region(), input.supplier(), input.month());
    }
}

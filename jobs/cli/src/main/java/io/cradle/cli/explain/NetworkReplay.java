package io.cradle.cli.explain;

import io.cradle.core.RejectedException;
import io.cradle.core.factor.FactorTable;
import io.cradle.core.network.Change;
import io.cradle.core.network.SupplyNetwork;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.intake.ChangeReader;
import io.cradle.rollup.intake.KeyedChange;
import io.cradle.rollup.intake.Plausibility;
import io.cradle.rollup.settle.Epochs;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.SchemaCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Settles the log of one network as the job does: epoch by epoch, where a record, a factor or a due date falls into one.
 * Records that intake would reject act on nothing.
 */
final class NetworkReplay {
    private final Epochs grid;
    private final ChangeReader reader;
    private final FactorTable factors = new FactorTable();
    private final SupplyNetwork network;
    private final TreeMap<Long, List<Change>> epochs = new TreeMap<>();
    private long lastLogTimeMs = Long.MIN_VALUE;
    private long nextDueMs = Epochs.NONE;

    NetworkReplay(Settings settings, SchemaCatalog schemas) {
        this.grid = new Epochs(settings.epochMs());
        this.reader = new ChangeReader(schemas, Plausibility.of(settings));
        this.network = new SupplyNetwork(settings.network(), factors);
    }

    /** Takes a record of the network or of a factor; its append time is its log time. */
    void take(LogRecord record) {
        lastLogTimeMs = Math.max(lastLogTimeMs, record.appendTimeMs());
        if (record.fault() != null) {
            return;
        }
        KeyedChange change = new KeyedChange(
                "",
                record.topic(),
                record.partition(),
                record.offset(),
                record.appendTimeMs(),
                record.key(),
                record.value());
        try {
            if (record.topic() == InputTopic.EMISSION_FACTORS) {
                takeFactor(change);
            } else {
                Change read = reader.read(change.topic(), change.position(), change.key(), change.value());
                epochs.computeIfAbsent(grid.endOf(record.appendTimeMs()), end -> new ArrayList<>())
                        .add(read);
            }
        } catch (RejectedException e) {
            // The job has put it into rejected-records: it is no part of any figure.
            return;
        }
    }

    private void takeFactor(KeyedChange change) throws RejectedException {
        reader.readFactor(change.position(), change.key(), change.value()).putInto(factors, change.position());
    }

    /** End of the epoch of the last record taken. */
    long lastEpochMs() {
        return grid.endOf(lastLogTimeMs);
    }

    /** The network once every epoch up to one is settled. */
    RebuiltNetwork settledUpTo(long asOfMs) {
        for (long next = next(asOfMs); next <= asOfMs; next = next(asOfMs)) {
            List<Change> changes = epochs.remove(next);
            network.settle(next, changes == null ? List.of() : changes);
            nextDueMs = network.nextDueMs();
        }
        return new RebuiltNetwork(network, factors, asOfMs);
    }

    /** End of the next epoch with something to settle; Long.MAX_VALUE where there is none. */
    private long next(long asOfMs) {
        long firstAwaitedMs = epochs.isEmpty() ? Epochs.NONE : epochs.firstKey();
        return grid.nextPending(network.settledUpToMs(), firstAwaitedMs, nextDueMs, factors, asOfMs);
    }
}

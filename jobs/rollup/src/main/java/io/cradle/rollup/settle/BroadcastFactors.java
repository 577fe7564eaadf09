package io.cradle.rollup.settle;

import io.cradle.core.Position;
import io.cradle.core.RejectedException;
import io.cradle.core.factor.FactorTable;
import io.cradle.rollup.intake.ChangeReader;
import io.cradle.rollup.intake.KeyedChange;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;

/** The factor table of one subtask, and its image in broadcast state: a function of the set of records received. */
final class BroadcastFactors {
    private final FactorTable table = new FactorTable();
    private final StoredRecords records = new StoredRecords();
    private final ChangeReader reader;
    private boolean restored;

    BroadcastFactors(ChangeReader reader) {
        this.reader = reader;
    }

    /** The table; read from state on first use. */
    FactorTable table(ReadOnlyBroadcastState<String, byte[]> state) throws Exception {
        if (!restored) {
            restored = true;
            for (Map.Entry<String, byte[]> entry : state.immutableEntries()) {
                put(records.decodeChange(entry.getValue()));
            }
        }
        return table;
    }

    /**
     * Adds a record, and forgets versions that it or others replaced in epochs that are settled everywhere.
     *
     * @param settledMs end of the last epoch that the watermark has passed
     */
    void add(KeyedChange change, BroadcastState<String, byte[]> state, long settledMs) throws Exception {
        table(state);
        state.put(stateKey(change.key(), change.position()), records.encode(change));
        ChangeReader.FactorChange factor = put(change);
        for (Position forgotten :
                table.forget(factor.flow(), factor.regionOrGlobal(), factor.kind(), factor.validFrom(), settledMs)) {
            state.remove(stateKey(change.key(), forgotten));
        }
    }

    private ChangeReader.FactorChange put(KeyedChange change) {
        try {
            ChangeReader.FactorChange factor = reader.readFactor(change.position(), change.key(), change.value());
            factor.putInto(table, change.position());
            return factor;
        } catch (RejectedException e) {
            throw new UnreadableStateException(
                    "state holds a factor that intake would reject today: " + e.getMessage(), e);
        }
    }

    private static String stateKey(byte[] key, Position position) {
        return new String(key, StandardCharsets.UTF_8) + "@" + StoredRecords.key(position);
    }
}

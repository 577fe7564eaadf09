package io.cradle.rollup.settle;

import io.cradle.core.Position;
import io.cradle.core.RejectedException;
import io.cradle.core.activity.Period;
import io.cradle.core.factor.FactorTable;
import io.cradle.core.footprint.Publication;
import io.cradle.core.footprint.Published;
import io.cradle.core.network.Change;
import io.cradle.core.network.NetworkSettings;
import io.cradle.core.network.Outcome;
import io.cradle.core.network.Settlement;
import io.cradle.core.network.SupplyNetwork;
import io.cradle.rollup.intake.ChangeReader;
import io.cradle.rollup.intake.KeyedChange;
import io.cradle.rollup.intake.RecordCursor;
import io.cradle.schemas.NetworkClock;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.ValueState;

/**
 * The durable side of the network that is the current key: mirrors in state what core holds in memory, and builds core's
 * network from it. Facts are read in key order, so that every backend builds the same network.
 */
final class NetworkState {
    private final MapState<String, byte[]> awaitingEpoch;
    private final MapState<String, byte[]> awaitingDefinition;
    private final MapState<String, byte[]> facts;
    private final MapState<String, byte[]> meterDays;
    private final MapState<String, byte[]> lastPublished;
    private final ValueState<byte[]> clock;
    private final StoredRecords records = new StoredRecords();
    private final ChangeReader reader;

    NetworkState(RuntimeContext context, ChangeReader reader) {
        this.reader = reader;
        awaitingEpoch = context.getMapState(StateDescriptors.CHANGES_AWAITING_EPOCH);
        awaitingDefinition = context.getMapState(StateDescriptors.RECORDS_AWAITING_DEFINITION);
        facts = context.getMapState(StateDescriptors.FACTS);
        meterDays = context.getMapState(StateDescriptors.METER_DAYS);
        lastPublished = context.getMapState(StateDescriptors.LAST_PUBLISHED);
        clock = context.getState(StateDescriptors.NETWORK_CLOCK);
    }

    /** How far the network is settled, or null where it never was. */
    NetworkClock clock() throws Exception {
        byte[] bytes = clock.value();
        return bytes == null ? null : records.decodeClock(bytes);
    }

    /** Takes out the records that waited for their epoch in a savepoint of version 0.1.0, in any order. */
    List<KeyedChange> takeAwaitingEpoch() throws Exception {
        List<KeyedChange> changes = new ArrayList<>();
        for (byte[] entry : awaitingEpoch.values()) {
            changes.add(records.decodeChange(entry));
        }
        if (!changes.isEmpty()) {
            awaitingEpoch.clear();
        }
        return changes;
    }

    /** A record that waits for its definition, or null. */
    KeyedChange awaitingDefinition(Position position) throws Exception {
        byte[] bytes = awaitingDefinition.get(StoredRecords.key(position));
        return bytes == null ? null : records.decodeChange(bytes);
    }

    /** Builds the network as it stands; where other series settings made it, its publications are forgotten. */
    SupplyNetwork load(NetworkSettings settings, FactorTable factors, String series) throws Exception {
        SupplyNetwork network = new SupplyNetwork(settings, factors);
        NetworkClock stands = clock();
        if (stands == null) {
            return network;
        }
        SupplyNetwork.Restoring restoring = network.restoring();
        for (Map.Entry<String, byte[]> day : sorted(meterDays).entrySet()) {
            List<String> parts = RecordKey.split(day.getKey());
            restoring.readings(records.decodeReadings(
                    parts.get(0), Long.parseLong(parts.get(2)), parts.get(1).equals("register"), day.getValue()));
        }
        for (byte[] fact : sorted(facts).values()) {
            restoring.fact(change(records.decodeChange(fact)));
        }
        for (byte[] parked : sorted(awaitingDefinition).values()) {
            restoring.parked(change(records.decodeChange(parked)));
        }
        if (!stands.getSeries().equals(series)) {
            lastPublished.clear();
            restoring.rebase(stands.getFirstEpoch(), stands.getSettledUpTo(), stands.getOpenedPeriods());
            return network;
        }
        restoring.resume(stands.getFirstEpoch(), stands.getSettledUpTo(), stands.getOpenedPeriods(), published());
        return network;
    }

    /** What a stored record says; intake let it through once, so it reads. */
    Change change(KeyedChange stored) {
        try {
            return reader.read(stored.topic(), stored.position(), stored.key(), stored.value());
        } catch (RejectedException e) {
            throw rejectedToday(e);
        }
    }

    /** What a record that waited for its epoch says. */
    Change change(RecordCursor record) {
        try {
            return reader.read(record.topic(), record.position(), record.key(), record.value());
        } catch (RejectedException e) {
            throw rejectedToday(e);
        }
    }

    private static UnreadableStateException rejectedToday(RejectedException e) {
        return new UnreadableStateException(
                "state holds a record that intake would reject today: " + e.getMessage(), e);
    }

    private Map<String, Map<String, Published>> published() throws Exception {
        Map<String, Map<String, Published>> published = new HashMap<>();
        for (Map.Entry<String, byte[]> entry : lastPublished.entries()) {
            List<String> parts = RecordKey.split(entry.getKey());
            published
                    .computeIfAbsent(parts.get(0), label -> new HashMap<>())
                    .put(parts.get(1), records.decodePublished(entry.getValue()));
        }
        return published;
    }

    /**
     * Writes down what settling an epoch changed.
     *
     * @param notable the outcomes, those of readings left out that stand in their days and never waited for a meter
     */
    void store(Settlement settlement, List<Outcome> notable, EpochRecords epoch, SupplyNetwork network, String series)
            throws Exception {
        for (Outcome outcome : notable) {
            storeOutcome(outcome, epoch);
        }
        for (Settlement.ReadingBlock block : settlement.blocks()) {
            String key = RecordKey.join(
                    block.meter(), block.register() ? "register" : "interval", Long.toString(block.day()));
            if (block.packed() == null) {
                meterDays.remove(key);
            } else {
                meterDays.put(key, records.encode(block));
            }
        }
        for (Publication publication : settlement.publications()) {
            lastPublished.put(
                    RecordKey.join(publication.period().label(), publication.product()),
                    records.encode(publication.published()));
        }
        forgetDropped(settlement);
        clock.update(records.encode(NetworkClock.newBuilder()
                .setFirstEpoch(network.firstEpochMs())
                .setSettledUpTo(network.settledUpToMs())
                .setNextDue(network.nextDueMs())
                .setSeries(series)
                .setOpenedPeriods(network.openedPeriods())
                .build()));
    }

    private void storeOutcome(Outcome outcome, EpochRecords epoch) throws Exception {
        String position = StoredRecords.key(outcome.change().position());
        KeyedChange change = epoch.at(outcome.change().position());
        if (change == null) {
            change = records.decodeChange(awaitingDefinition.get(position));
            awaitingDefinition.remove(position);
        }
        if (outcome instanceof Outcome.Superseded) {
            awaitingDefinition.remove(position);
        } else if (outcome instanceof Outcome.Parked) {
            awaitingDefinition.put(position, records.encode(change));
        } else if (outcome instanceof Outcome.Accepted && change.topic() != InputTopic.METER_READINGS) {
            String key = change.topic().topicName() + "/" + new String(change.key(), StandardCharsets.UTF_8);
            if (change.value() == null) {
                facts.remove(key);
            } else {
                facts.put(key, records.encode(change));
            }
        }
    }

    /** Forgets records that will never be used: the input has ended. */
    void forgetAwaitingDefinition() {
        awaitingDefinition.clear();
    }

    private void forgetDropped(Settlement settlement) throws Exception {
        for (Period period : settlement.dropped()) {
            String prefix = RecordKey.join(period.label()) + "/";
            for (String key : sorted(lastPublished).keySet()) {
                if (key.startsWith(prefix)) {
                    lastPublished.remove(key);
                }
            }
        }
    }

    private static Map<String, byte[]> sorted(MapState<String, byte[]> state) throws Exception {
        Map<String, byte[]> sorted = new TreeMap<>();
        for (Map.Entry<String, byte[]> entry : state.entries()) {
            sorted.put(entry.getKey(), entry.getValue());
        }
        return sorted;
    }
}

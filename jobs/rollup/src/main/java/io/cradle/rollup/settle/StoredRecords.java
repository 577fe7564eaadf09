package io.cradle.rollup.settle;

import io.cradle.core.Position;
import io.cradle.core.footprint.Published;
import io.cradle.core.footprint.Result;
import io.cradle.core.footprint.Status;
import io.cradle.core.network.Settlement;
import io.cradle.rollup.intake.ChangeReader;
import io.cradle.rollup.intake.KeyedChange;
import io.cradle.rollup.intake.RecordPage;
import io.cradle.schemas.MeterDay;
import io.cradle.schemas.NetworkClock;
import io.cradle.schemas.PublishedFootprint;
import io.cradle.schemas.StoredFact;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.StateFormat;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What stands in state, to and from bytes. */
final class StoredRecords {
    private final StateFormat<StoredFact> facts = StateFormat.of(StoredFact.getClassSchema());
    private final StateFormat<MeterDay> days = StateFormat.of(MeterDay.getClassSchema());
    private final StateFormat<PublishedFootprint> footprints = StateFormat.of(PublishedFootprint.getClassSchema());
    private final StateFormat<NetworkClock> clocks = StateFormat.of(NetworkClock.getClassSchema());

    byte[] encode(KeyedChange change) {
        return facts.encode(new StoredFact(
                change.topic().topicName(),
                change.logTimeMs(),
                change.partition(),
                change.offset(),
                ByteBuffer.wrap(change.key()),
                change.value() == null ? null : ByteBuffer.wrap(change.value())));
    }

    KeyedChange decodeChange(byte[] bytes) {
        return change(read(facts, bytes));
    }

    byte[] encode(RecordPage page) {
        return facts.frameAll(page.bytes(), page.length());
    }

    List<KeyedChange> decodeChanges(byte[] bytes) {
        try {
            return facts.decodeAll(bytes).stream().map(StoredRecords::change).toList();
        } catch (UncheckedIOException e) {
            throw new UnreadableStateException(e.getMessage(), e);
        }
    }

    private static KeyedChange change(StoredFact fact) {
        InputTopic topic = InputTopic.ofName(fact.getTopic()).orElseThrow();
        byte[] key = fact.getKey().array();
        return new KeyedChange(
                topic == InputTopic.EMISSION_FACTORS ? "" : ChangeReader.network(key),
                topic,
                fact.getPartition(),
                fact.getOffset(),
                fact.getLogTime(),
                key,
                fact.getValue() == null ? null : fact.getValue().array());
    }

    byte[] encode(Settlement.ReadingBlock block) {
        return days.encode(new MeterDay(block.unit(), ByteBuffer.wrap(PackedReadings.pack(block.packed()))));
    }

    Settlement.ReadingBlock decodeReadings(String meter, long day, boolean register, byte[] bytes) {
        MeterDay stored = read(days, bytes);
        return new Settlement.ReadingBlock(
                meter, day, register, PackedReadings.unpack(stored.getPacked().array()), stored.getUnit());
    }

    byte[] encode(Published published) {
        List<Double> figures = new ArrayList<>(published.values().length);
        for (double value : published.values()) {
            figures.add(value);
        }
        return footprints.encode(PublishedFootprint.newBuilder()
                .setStatus(published.status().code())
                .setResult(
                        published.result() == null ? null : published.result().code())
                .setCoverage(Double.isNaN(published.coverage()) ? null : published.coverage())
                .setFigures(figures)
                .setVersions(published.versions())
                .setEverFinal(published.everFinal())
                .build());
    }

    Published decodePublished(byte[] bytes) {
        PublishedFootprint stored = read(footprints, bytes);
        return new Published(
                Status.ofCode(stored.getStatus()),
                stored.getResult() == null ? null : Result.ofCode(stored.getResult()),
                stored.getCoverage() == null ? Double.NaN : stored.getCoverage(),
                stored.getFigures().stream().mapToDouble(Double::doubleValue).toArray(),
                stored.getVersions(),
                stored.getEverFinal());
    }

    byte[] encode(NetworkClock clock) {
        return clocks.encode(clock);
    }

    NetworkClock decodeClock(byte[] bytes) {
        return read(clocks, bytes);
    }

    private static <T extends SpecificRecord> T read(StateFormat<T> format, byte[] bytes) {
        try {
            return format.decode(bytes);
        } catch (UncheckedIOException e) {
            throw new UnreadableStateException(e.getMessage(), e);
        }
    }

    /** Key of a record by its place in the log; sorts as the log does. */
    static String key(Position position) {
        String logTime = Long.toHexString(position.logTimeMs());
        return "0".repeat(16 - logTime.length()) + logTime + "/" + position.topic() + "/" + position.partition() + "/"
                + position.offset();
    }
}

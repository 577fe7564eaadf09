package io.cradle.rollup.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.schemas.StoredFact;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.StateFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** Records go through batches as they are, in their order, and stand in them as facts do in state. */
class BatchesTest {
    private static final InputTopic[] TOPICS = InputTopic.values();

    private final List<RecordBatch> sent = new ArrayList<>();
    private final Batches batches = new Batches(sent::add);
    private final Random random = new Random(2);

    @Test
    void everyRecordComesOutOfItsNetworkInOrder() throws IOException {
        Map<String, List<String>> in = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            KeyedChange change = change(i);
            in.computeIfAbsent(change.network(), network -> new ArrayList<>()).add(text(change));
            add(change);
            if (random.nextInt(200) == 0) {
                batches.sendAll();
            }
        }
        batches.sendAll();
        Map<String, List<String>> out = new HashMap<>();
        for (RecordBatch batch : sent) {
            RecordBatch received = overTheWire(batch);
            int count = 0;
            for (RecordCursor record = received.cursor(); record.next(); count++) {
                out.computeIfAbsent(batch.network(), network -> new ArrayList<>())
                        .add(text(record.record(batch.network())));
                assertTrue(record.logTimeMs() >= batch.firstLogTimeMs(), "first log time");
                assertTrue(record.logTimeMs() <= batch.lastLogTimeMs(), "last log time");
            }
            assertEquals(batch.count(), count);
        }
        assertEquals(in, out);
    }

    private void add(KeyedChange change) {
        LogRecord record = LogRecord.of(
                change.topic(), change.partition(), change.offset(), change.logTimeMs(), change.key(), change.value());
        batches.add(change.network(), record, change.logTimeMs());
    }

    @Test
    void theBytesAreThoseOfFactsInState() {
        StateFormat<StoredFact> format = StateFormat.of(StoredFact.getClassSchema());
        RecordPage page = new RecordPage(1 << 20);
        List<StoredFact> expected = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            KeyedChange change = change(i);
            page.add(change);
            expected.add(new StoredFact(
                    change.topic().topicName(),
                    change.logTimeMs(),
                    change.partition(),
                    change.offset(),
                    ByteBuffer.wrap(change.key()),
                    change.value() == null ? null : ByteBuffer.wrap(change.value())));
        }
        assertEquals(expected, format.decodeAll(format.frameAll(page.bytes(), page.length())));
    }

    @Test
    void batchesGoBeforeTheyAreLarge() {
        for (int i = 0; i < 20_000; i++) {
            add(change(i));
        }
        assertTrue(sent.size() > 20, sent.size() + " batches");
        for (RecordBatch batch : sent) {
            assertTrue(batch.bytes().length < 20_000, batch.bytes().length + " bytes");
        }
    }

    /** A record each of very many networks: none fills its batch, and yet not all may wait. */
    @Test
    void manyNetworksTogetherAreLimitedToo() {
        for (int i = 0; i < 20_000; i++) {
            add(new KeyedChange("n" + i, InputTopic.METER_READINGS, 0, i, i, new byte[] {'n'}, new byte[1_000]));
        }
        int waiting = 20_000 - sent.stream().mapToInt(RecordBatch::count).sum();
        assertTrue(waiting < 5_000, waiting + " records wait");
    }

    private static RecordBatch overTheWire(RecordBatch batch) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        RecordBatchSerializer.INSTANCE.serialize(batch, out);
        return RecordBatchSerializer.INSTANCE.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }

    private KeyedChange change(int offset) {
        byte[] key = new byte[random.nextInt(60)];
        random.nextBytes(key);
        byte[] value = random.nextInt(10) == 0 ? null : new byte[random.nextInt(random.nextInt(50) == 0 ? 9_000 : 200)];
        if (value != null) {
            random.nextBytes(value);
        }
        return new KeyedChange(
                "network-" + random.nextInt(20),
                TOPICS[random.nextInt(TOPICS.length)],
                random.nextInt(1_000),
                offset,
                1_700_000_000_000L + random.nextInt(5_000),
                key,
                value);
    }

    private static String text(KeyedChange change) {
        return change.network() + " " + change.position() + " " + java.util.Arrays.toString(change.key()) + " "
                + java.util.Arrays.toString(change.value());
    }
}

package io.cradle.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.cradle.connectors.kafka.Published;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.Corruption;
import io.cradle.rollup.harness.Framing;
import io.cradle.rollup.harness.KafkaRun;
import io.cradle.rollup.harness.ProofSize;
import io.cradle.rollup.harness.Workshops;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.RejectedRecord;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.OutputTopic;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Corrupt records among good ones on Kafka: each is set aside as it came, with its place and reason; no good one suffers. */
class CorruptRecordsTest {
    private static final Settings SETTINGS = Settings.of(
            Map.of("reporting.period", "month", "reporting.retention-months", "600", "reporting.grace", "30000 d"));
    private static final int RECORDS = ProofSize.of(10_000, 1_000_000);
    private static final int GOOD_PER_CORRUPT = 99;
    private static final int BURST = 5_000;

    private final SplittableRandom dice = new SplittableRandom(17);
    private final Workshops workshops = new Workshops(10, 23);
    private final Map<String, String> ruined = new HashMap<>();
    private final Map<String, RejectedRecord> rejected = new TreeMap<>();
    private final Map<String, ProductFootprint> last = new HashMap<>();
    private int corrupt;

    @Test
    void areSetAsideAsTheyCameAndChangeNothing() throws Exception {
        try (KafkaRun run = KafkaRun.onNewBroker()) {
            run.start(SETTINGS, 2);
            publish(run);
            run.follow(
                    "every corrupt record rejected, and the figures of the good ones",
                    this::read,
                    () -> rejected.size() >= corrupt && figuresAreRight());
            Map<String, String> expected = new TreeMap<>();
            run.scanInputs(message -> {
                String reason = ruined.get(content(message.topic().topicName(), message.key(), message.value()));
                String place = message.topic().topicName() + "/" + message.partition() + "/" + message.offset();
                if (reason != null) {
                    expected.put(place, reason);
                    RejectedRecord record = rejected.get(place);
                    assertEquals(
                            content(message.topic().topicName(), message.key(), message.value()),
                            content(record),
                            place);
                    assertEquals(Instant.ofEpochMilli(message.appendTimeMs()), record.getLogTime(), place);
                    assertFalse(record.getDetail().isEmpty(), place);
                }
            });
            Map<String, String> got = rejected.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().getReason()));
            assertEquals(expected, new TreeMap<>(got));
            assertEquals(corrupt, expected.size());
            ProofSize.report(
                    "corrupt records: %,d among %,d, all rejected: %s",
                    corrupt,
                    RECORDS,
                    got.values().stream().collect(Collectors.groupingBy(x -> x, TreeMap::new, Collectors.counting())));
        }
    }

    private void publish(KafkaRun run) {
        Framing framing = new Framing(run.catalog());
        Corruption corruption = new Corruption(run.catalog(), 29);
        List<SpecificRecord> good = new ArrayList<>(workshops.definitions());
        List<LogRecord> burst = new ArrayList<>();
        good.forEach(record -> burst.add(framing.frame(record, 0)));
        for (int i = good.size(); i < RECORDS; i++) {
            if (i % (GOOD_PER_CORRUPT + 1) == GOOD_PER_CORRUPT) {
                burst.add(corruptOne(corruption, good));
            } else {
                SpecificRecord next = workshops.next();
                burst.add(framing.frame(next, 0));
                if (dice.nextInt(1_000) == 0) {
                    good.add(next);
                }
            }
            if (burst.size() >= BURST) {
                run.publish(burst);
                burst.clear();
            }
        }
        run.publish(burst);
    }

    private LogRecord corruptOne(Corruption corruption, List<SpecificRecord> good) {
        SpecificRecord one = good.get(dice.nextInt(good.size()));
        List<SpecificRecord> sameTopic = good.stream()
                .filter(other -> other.getSchema().equals(one.getSchema()))
                .toList();
        Corruption.Ruined next = corruption.ruin(one, sameTopic.get(dice.nextInt(sameTopic.size())), corrupt++);
        LogRecord record = next.record();
        ruined.put(
                content(record.topic().topicName(), record.key(), record.value()),
                next.reason().code());
        return record;
    }

    private void read(Published one) {
        if (one.record() instanceof RejectedRecord record) {
            RejectedRecord before =
                    rejected.put(record.getTopic() + "/" + record.getPartition() + "/" + record.getOffset(), record);
            assertNull(before, "rejected twice");
        } else if (one.topic() == OutputTopic.PRODUCT_FOOTPRINTS) {
            ProductFootprint footprint = (ProductFootprint) one.record();
            if (footprint.getPeriod().equals(Workshops.PERIOD)) {
                last.merge(
                        footprint.getNetwork(), footprint, (a, b) -> b.getAsOf().isBefore(a.getAsOf()) ? a : b);
            }
        }
    }

    private boolean figuresAreRight() {
        return workshops.figures().entrySet().stream().allMatch(expected -> {
            ProductFootprint got = last.get(expected.getKey());
            return got != null
                    && got.getProduct().equals(Workshops.PRODUCT)
                    && Math.abs(got.getFigures().getFossil() - expected.getValue())
                            <= 1e-9 * got.getFigures().getGross();
        });
    }

    private static String content(RejectedRecord record) {
        return content(record.getTopic(), bytes(record.getKey()), bytes(record.getValue()));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** A record without its place, as text that no other has. */
    private static String content(String topic, byte[] key, byte[] value) {
        return topic + " " + hex(key) + " " + hex(value);
    }

    private static String hex(byte[] bytes) {
        return bytes == null ? "absent" : "[" + HexFormat.of().formatHex(bytes) + "]";
    }
}

package io.cradle.cli.chaos;

import io.cradle.cli.chaos.ScriptedRecord.Manner;
import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.generate.Records;
import io.cradle.testkit.oracle.LogEntry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What is sent and when, in order: generated networks, told in minutes what would take them months, with records sent
 * twice, out of order and spoilt. The same seed gives the same script, but for the days it speaks of.
 *
 * @param records in the order in which they are sent
 */
record Script(List<ScriptedRecord> records) {
    private static final double DUPLICATES = 0.10;
    private static final double DISORDER = 0.30;
    private static final double CORRUPT = 0.01;
    private static final int HELD_BACK_MS_MAX = 3_000;
    private static final int SENT_AGAIN_MS_MAX = 8_000;
    /** How long a time the networks live through; it ends when the script does. */
    private static final Duration LIFE = Duration.ofDays(90);

    private static final int PRODUCTS = 10;
    private static final int PROCESSES = 4;

    /**
     * Writes a script.
     *
     * @param recordsPerSecond changes, before records are doubled
     * @param lasting how long the networks live, in the time of the script
     * @param reserve how long something goes on changing after that
     * @param end nothing that is reported is later
     */
    static Script of(
            long seed,
            int networks,
            int recordsPerSecond,
            Duration lasting,
            Duration reserve,
            Instant end,
            SchemaCatalog catalog) {
        GeneratorOptions options = GeneratorOptions.everything()
                .size(networks, PRODUCTS, PROCESSES, Math.toIntExact(recordsPerSecond * lasting.toSeconds()))
                .lasting(LIFE)
                .startingAt(end.minus(LIFE));
        Writer writer = new Writer(seed, lasting, catalog);
        writer.live(NetworkGenerator.generate(seed, options));
        writer.goOn(networks, reserve);
        return writer.script();
    }

    /** Where a month lies in the life that a script tells, as a share of its length: 0 the beginning, 1 the end. */
    static double share(Instant inLife, Instant end) {
        return 1 - (double) Duration.between(inLife, end).toMillis() / LIFE.toMillis();
    }

    /** Rolls dice for one record after the other. */
    private static final class Writer {
        private final Random random;
        private final long lastingMs;
        private final WireFormat wire;
        private final List<ScriptedRecord> records = new ArrayList<>();

        Writer(long seed, Duration lasting, SchemaCatalog catalog) {
            this.random = new Random(~seed);
            this.lastingMs = lasting.toMillis();
            this.wire = new WireFormat(catalog);
        }

        void live(List<LogEntry> log) {
            long beginMs = log.get(0).logTimeMs();
            long spanMs = Math.max(1, log.get(log.size() - 1).logTimeMs() - beginMs);
            for (LogEntry entry : log) {
                write(encoded(entry, Math.round((double) (entry.logTimeMs() - beginMs) / spanMs * lastingMs)));
            }
        }

        /** A product of one network after the other gets another bill every second. */
        void goOn(int networks, Duration reserve) {
            InputTopic topic = InputTopic.BILLS_OF_MATERIALS;
            for (int second = 1; second <= reserve.toSeconds(); second++) {
                BillOfMaterials bill = Records.bill(
                        "n" + second % networks,
                        "reserve",
                        "kg",
                        "2023-01-01",
                        Records.line(
                                "flow",
                                "electricity",
                                BigDecimal.valueOf(second, 2).toPlainString(),
                                "kW.h"));
                records.add(new ScriptedRecord(
                        Manner.AS_IT_IS,
                        lastingMs + second * 1_000L,
                        topic,
                        RecordKey.bytes(RecordKey.of(topic, bill)),
                        wire.encode(topic.topicName(), bill)));
            }
        }

        Script script() {
            records.sort(Comparator.comparingLong(ScriptedRecord::atMs));
            return new Script(List.copyOf(records));
        }

        private ScriptedRecord encoded(LogEntry entry, long atMs) {
            return new ScriptedRecord(
                    Manner.AS_IT_IS,
                    atMs,
                    entry.topic(),
                    entry.key() == null ? null : RecordKey.bytes(entry.key()),
                    entry.value() == null ? null : wire.encode(entry.topic().topicName(), entry.value()));
        }

        private void write(ScriptedRecord record) {
            ScriptedRecord sent = record;
            if (random.nextDouble() < DISORDER) {
                sent = record.at(Manner.HELD_BACK, record.atMs() + random.nextInt(HELD_BACK_MS_MAX));
            }
            if (random.nextDouble() < DUPLICATES) {
                records.add(again(sent));
            }
            if (random.nextDouble() < CORRUPT && sent.value() != null && sent.key() != null) {
                records.add(Corruption.any(random).apply(sent, random));
                if (random.nextBoolean()) {
                    // The sender notices, and sends it once more as it should be.
                    records.add(again(sent));
                }
            } else {
                records.add(sent);
            }
        }

        private ScriptedRecord again(ScriptedRecord record) {
            return record.at(Manner.AGAIN, record.atMs() + random.nextInt(SENT_AGAIN_MS_MAX));
        }
    }
}

package io.cradle.cli.factors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.WireFormat;
import io.cradle.testkit.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Imports into a real broker: all of a table, or nothing. */
@Timeout(60)
class FactorsImportTest {
    private static final String TOPIC = InputTopic.EMISSION_FACTORS.topicName();

    private static EmbeddedBroker broker;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start();
        String servers = broker.bootstrapServers();
        Executed topics = Executed.of("topics", "create", "--bootstrap-servers", servers, "--partitions", "1");
        assertEquals(ExitCode.DONE, topics.exitCode(), topics.everything());
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void badTableLoadsNothing() throws IOException {
        long before = end();
        for (String form : List.of("csv", "xlsx")) {
            Path file = directory.resolve("bad." + form);
            DirtyTable bad = DirtyTable.good(9, 300);
            Map<String, String> row = bad.row("alumina", "supply", "kg", 0.00075);
            bad.plant(row, "fossil", "factor of 1000");
            if (form.equals("csv")) {
                bad.writeCsv(file);
            } else {
                bad.writeExcel(file);
            }
            Executed refused = load(file.toString());
            assertEquals(ExitCode.NO, refused.exitCode(), refused.everything());
            String cell = form.equals("csv") ? "row 302, G302 (fossil)" : "row 302, Factors!G302 (fossil)";
            assertTrue(refused.err().contains(cell), refused.err());
            assertTrue(refused.err().endsWith("nothing was sent\n"), refused.err());
        }
        assertEquals(before, end());
    }

    @Test
    void doubtsAreForAPersonToAccept() throws IOException {
        DirtyTable doubtful = DirtyTable.good(10, 3);
        doubtful.add(doubtful.row("alumina", "supply", "kg", 400));
        Path file = directory.resolve("doubtful.csv");
        doubtful.writeCsv(file);
        long before = end();
        assertEquals(ExitCode.NO, load(file.toString()).exitCode());
        Executed dry = load(file.toString(), "--accept-doubts", "--dry-run");
        assertEquals(ExitCode.DONE, dry.exitCode(), dry.everything());
        assertEquals(
                4,
                dry.out().lines().filter(line -> line.startsWith("would send ")).count(),
                dry.out());
        assertEquals(before, end());
        assertEquals(ExitCode.DONE, load(file.toString(), "--accept-doubts").exitCode());
        assertEquals(before + 4, end());
    }

    @Test
    void packsAreInTheTopicAsTheyStand() throws Exception {
        for (String pack : List.of("china-electricity-2024", "china-grid-2023", "china-fuels", "ipcc-2006-fuels")) {
            Executed loaded = load(pack);
            assertEquals(ExitCode.DONE, loaded.exitCode(), loaded.everything());
        }
        Map<String, EmissionFactor> sent = records();
        assertEquals(
                "0.5777",
                sent.get("electricity/CN/supply/2024-01-01").getIndicators().getFossil());
        assertEquals("42.652", sent.get("diesel/CN/combustion/2023-01-01").getNetMjPerUnit());
        assertEquals(
                "Ministry of Ecology and Environment of China",
                sent.get("electricity/CN-ZJ/grid-direct/2023-01-01").getPublisher());
    }

    private static Executed load(String packOrFile, String... options) {
        return Executed.of(Stream.concat(
                        Stream.of("factors", "import", packOrFile, "--bootstrap-servers", broker.bootstrapServers()),
                        Arrays.stream(options))
                .toArray(String[]::new));
    }

    private static long end() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            return consumer.endOffsets(List.of(partition)).get(partition);
        }
    }

    private static Map<String, EmissionFactor> records() throws Exception {
        long end = end();
        Map<String, EmissionFactor> records = new LinkedHashMap<>();
        try (TopicSchemas schemas = new TopicSchemas(KafkaAccess.of(broker.bootstrapServers()));
                KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            WireFormat wire = new WireFormat(schemas);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    records.put(new String(record.key(), StandardCharsets.UTF_8), (EmissionFactor)
                            wire.decode(record.value(), InputTopic.EMISSION_FACTORS.schema()));
                }
            }
        }
        return records;
    }

    private static KafkaConsumer<byte[], byte[]> consumer() {
        Properties properties = KafkaAccess.of(broker.bootstrapServers()).properties();
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}

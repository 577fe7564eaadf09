package io.cradle.rollup.fuzz;

import io.cradle.connectors.files.FileFormatException;
import io.cradle.connectors.files.input.EpochGrid;
import io.cradle.connectors.files.input.InputDirectory;
import io.cradle.connectors.files.input.LogFileReader;
import io.cradle.core.RejectReason;
import io.cradle.core.RejectedException;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.intake.ChangeReader;
import io.cradle.rollup.intake.Plausibility;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.SchemaCatalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A file of any topic and form: read to its end, or refused with a sentence. The first byte chooses topic and form: CSV,
 * JSON Lines, CSV that is zipped here, CSV that claims to be zipped.
 */
public final class FileTarget {
    private static final InputTopic[] TOPICS = InputTopic.values();
    private static final int SENTENCE_CHARS_MAX = 1_100;
    private static final Path DIRECTORY = directory();
    private static final ChangeReader READER =
            new ChangeReader(SchemaCatalog.bundled(), Plausibility.of(Settings.of(Map.of())));

    private FileTarget() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        int choice = input[0] & 0xff;
        byte[] content = Arrays.copyOfRange(input, 1, input.length);
        String name = TOPICS[choice % TOPICS.length].topicName();
        Path file =
                switch (choice / TOPICS.length % 4) {
                    case 0 -> Files.write(DIRECTORY.resolve(name + ".csv"), content);
                    case 1 -> Files.write(DIRECTORY.resolve(name + ".jsonl"), content);
                    case 2 -> Files.write(DIRECTORY.resolve(name + ".csv.gz"), zipped(content));
                    default -> Files.write(DIRECTORY.resolve(name + ".csv.gz"), content);
                };
        try {
            read();
        } catch (FileFormatException e) {
            if (e.getMessage().length() > SENTENCE_CHARS_MAX) {
                throw new AssertionError("a long sentence: " + e.getMessage(), e);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void read() {
        try (LogFileReader log =
                LogFileReader.open(InputDirectory.open(DIRECTORY), new EpochGrid(1_700_000_000_000L, 500))) {
            while (log.hasNext()) {
                judge(log.next());
            }
        }
    }

    private static void judge(LogRecord record) {
        try {
            if (record.fault() != null) {
                RejectReason.valueOf(
                        record.fault().reason().toUpperCase(Locale.ROOT).replace('-', '_'));
            } else if (record.topic() == InputTopic.EMISSION_FACTORS) {
                READER.readFactor(position(record), record.key(), record.value());
            } else {
                READER.read(record.topic(), position(record), record.key(), record.value());
            }
        } catch (RejectedException e) {
            if (e.getMessage() == null) {
                throw new AssertionError("rejected without a reason", e);
            }
        }
    }

    private static io.cradle.core.Position position(LogRecord record) {
        return new io.cradle.core.Position(
                record.appendTimeMs(), record.topic().topicName(), record.partition(), record.offset());
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static Path directory() {
        try {
            Path directory = Files.createTempDirectory("fuzzed-files");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

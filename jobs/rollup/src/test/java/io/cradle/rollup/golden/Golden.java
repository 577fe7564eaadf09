package io.cradle.rollup.golden;

import io.cradle.connectors.kafka.Published;
import io.cradle.connectors.kafka.schemas.SchemaTopic;
import io.cradle.rollup.harness.Past;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a job of some version left behind.
 *
 * @param directory where it lies; the last part of its name is the version
 */
record Golden(Path directory) {
    private static final String TOPICS = "topics.avro";
    private static final String SAVEPOINT = "savepoint";

    /** Every version that was recorded. */
    static List<Golden> versions() throws IOException, URISyntaxException {
        Path all = Path.of(Golden.class.getResource("/golden").toURI());
        try (Stream<Path> versions = Files.list(all)) {
            return versions.sorted().map(Golden::new).toList();
        }
    }

    Path savepoint() {
        return directory.resolve(SAVEPOINT);
    }

    TopicFile topics() throws IOException {
        return TopicFile.read(directory.resolve(TOPICS));
    }

    void write(TopicFile topics) throws IOException {
        topics.write(directory.resolve(TOPICS));
    }

    /** The log and what was published; {@code catalog} knows the ids under which it was framed. */
    static Past past(TopicFile topics, SchemaCatalog catalog) throws WireException {
        WireFormat wire = new WireFormat(catalog);
        List<LogRecord> log = new ArrayList<>();
        List<Published> published = new ArrayList<>();
        for (Message message : topics.messages()) {
            Optional<InputTopic> input = InputTopic.ofName(message.topic());
            Optional<OutputTopic> output = OutputTopic.ofName(message.topic());
            if (input.isPresent()) {
                log.add(record(message, input.get()));
            } else if (output.isPresent()) {
                published.add(published(message, output.get(), wire));
            } else if (!message.topic().equals(SchemaTopic.NAME)) {
                throw new IllegalStateException("a topic of no meaning: " + message.topic());
            }
        }
        return new Past(log, topics.ends(), published);
    }

    private static LogRecord record(Message message, InputTopic topic) {
        return LogRecord.of(
                topic, message.partition(), message.offset(), message.timestampMs(), message.key(), message.value());
    }

    private static Published published(Message message, OutputTopic topic, WireFormat wire) throws WireException {
        return new Published(
                topic,
                message.partition(),
                message.offset(),
                message.timestampMs(),
                text(message.key()),
                message.value() == null ? null : wire.decode(message.value(), topic.schema()));
    }

    private static String text(byte[] key) {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return directory.getFileName().toString();
    }
}

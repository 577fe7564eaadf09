package io.cradle.cli.demo;

import io.cradle.cli.job.TemporaryDirectory;
import io.cradle.connectors.files.input.EpochGrid;
import io.cradle.connectors.files.input.InputDirectory;
import io.cradle.connectors.files.input.LogFileReader;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What does not change with time in the scenario: the bundled files, in the format of `cradle run`. */
final class ScenarioFiles {
    private static final List<InputTopic> TOPICS = List.of(
            InputTopic.EMISSION_FACTORS,
            InputTopic.BILLS_OF_MATERIALS,
            InputTopic.ENERGY_METERS,
            InputTopic.SUPPLIER_EMISSIONS);

    private ScenarioFiles() {}

    /** The records of all files, framed with the bundled schema ids. */
    static List<LogRecord> records() {
        try (TemporaryDirectory directory = TemporaryDirectory.create("cradle-scenario")) {
            for (InputTopic topic : TOPICS) {
                String name = topic.topicName() + ".csv";
                try (InputStream file = ScenarioFiles.class.getResourceAsStream("scenario/" + name)) {
                    Files.copy(file, directory.path().resolve(name));
                }
            }
            return read(InputDirectory.open(directory.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of them that are there when history begins. */
    static List<LogRecord> atTheBeginning() {
        return records().stream().filter(record -> !Corrections.isLater(record)).toList();
    }

    static SpecificRecord decoded(LogRecord record) {
        try {
            return new WireFormat(SchemaCatalog.bundled())
                    .decode(record.value(), record.topic().schema());
        } catch (WireException e) {
            throw new IllegalStateException("a bundled record does not decode", e);
        }
    }

    private static List<LogRecord> read(InputDirectory directory) {
        List<LogRecord> records = new ArrayList<>();
        try (LogFileReader reader = LogFileReader.open(directory, new EpochGrid(0, 1))) {
            reader.forEachRemaining(record -> {
                if (record.fault() != null) {
                    throw new IllegalStateException(record.topic().topicName() + ".csv, line " + record.offset()
                            + " of the scenario: " + record.fault().detail());
                }
                records.add(record);
            });
        }
        return records;
    }
}

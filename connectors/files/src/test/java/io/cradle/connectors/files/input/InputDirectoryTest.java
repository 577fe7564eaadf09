package io.cradle.connectors.files.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.files.FileFormatException;
import io.cradle.connectors.files.InputFiles;
import io.cradle.schemas.wire.InputTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputDirectoryTest {
    @TempDir
    Path tmp;

    @Test
    void knowsItsTopicsAndNamesTheRest() throws IOException {
        InputFiles.zipped(tmp, "energy-meters.csv.gz", "network,meter", "n,m1");
        InputFiles.write(tmp, "meter-readings.jsonl", "{\"network\": \"n\"}", "", "{\"network\": \"n\"}");
        InputFiles.write(tmp, "notes.txt", "hello");
        InputFiles.write(tmp, "meter-reading.csv", "not,a,topic");
        InputFiles.write(tmp, "Emission-factors.csv", "not,a,topic");
        Files.createDirectory(tmp.resolve("purchase-records.csv"));

        InputDirectory directory = InputDirectory.open(tmp);
        assertEquals(Set.of(InputTopic.ENERGY_METERS, InputTopic.METER_READINGS), directory.topics());
        assertEquals(
                Map.of("energy-meters", "energy-meters.csv.gz", "meter-readings", "meter-readings.jsonl"),
                directory.fileNames());
        assertEquals(Map.of(InputTopic.ENERGY_METERS, 1L, InputTopic.METER_READINGS, 2L), directory.rows());
        assertEquals(List.of("Emission-factors.csv", "meter-reading.csv", "notes.txt"), directory.ignored());
        assertEquals(
                Files.size(tmp.resolve("energy-meters.csv.gz")) + Files.size(tmp.resolve("meter-readings.jsonl")),
                directory.totalBytes());
        assertFalse(directory.hasLogTime());
    }

    @Test
    void anEmptyDirectoryIsEightEmptyTopics() {
        InputDirectory directory = InputDirectory.open(tmp);
        assertEquals(Set.of(), directory.topics());
        assertEquals(0, directory.totalBytes());
        try (LogFileReader reader = LogFileReader.open(directory, new EpochGrid(0, 500))) {
            assertFalse(reader.hasNext());
        }
    }

    @Test
    void theFirstLogTimeIsTheSmallestOfAllFiles() throws IOException {
        InputFiles.write(tmp, "energy-meters.csv", "network,log_time", "n,", "n,2024-03-02T00:00:00Z");
        InputFiles.write(tmp, "meter-readings.jsonl", "{\"log_time\": \"2024-03-01T00:00:00Z\"}");
        InputFiles.write(tmp, "purchase-records.csv", "network", "n");
        InputDirectory directory = InputDirectory.open(tmp);
        assertTrue(directory.hasLogTime());
        assertEquals(OptionalLong.of(Instant.parse("2024-03-01T00:00:00Z").toEpochMilli()), directory.firstLogTimeMs());
    }

    @Test
    void aLogTimeColumnThatIsEmptyThroughoutIsNone() throws IOException {
        InputFiles.write(tmp, "energy-meters.csv", "network,log_time", "n,", "n, ");
        assertFalse(InputDirectory.open(tmp).hasLogTime());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "noon|line 3: column log_time: 'noon' is not an instant such as 2024-01-31T23:00:00Z",
                "2024-03-01T00:00:00Z|line 3: log_time 2024-03-01T00:00:00Z is before 2024-03-01T00:00:01Z of line 2;"
                        + " sort the rows by log_time",
                "''|line 3: log_time is empty below line 2, which has one; fill it in",
            })
    void logTimesThatCannotBe(String second, String complaint) throws IOException {
        InputFiles.write(tmp, "energy-meters.csv", "log_time,network", "2024-03-01T00:00:01Z,n", second + ",n");
        assertEquals("energy-meters.csv, " + complaint, complaintAbout(tmp));
    }

    @Test
    void brokenRowsFarDownAreFoundBeforeAnythingRuns() throws IOException {
        InputFiles.write(tmp, "energy-meters.csv", "network,meter", "n,m", "n,m", "n,m,x");
        assertTrue(complaintAbout(tmp).startsWith("energy-meters.csv, line 4: has 3 cells"));
    }

    @Test
    void aDirectoryThatIsNotThere() {
        Path none = tmp.resolve("none");
        assertEquals(none + ": no such directory; name the one that holds the input files", complaintAbout(none));
    }

    @Test
    void aFileInsteadOfADirectory() throws IOException {
        Path file = InputFiles.write(tmp, "energy-meters.csv", "network");
        assertEquals(file + ": is a file; name the directory that holds the input files", complaintAbout(file));
    }

    @Test
    void twoFilesOfOneTopic() throws IOException {
        InputFiles.write(tmp, "energy-meters.csv", "network");
        InputFiles.write(tmp, "energy-meters.jsonl", "{}");
        assertEquals(
                tmp + ": energy-meters.csv and energy-meters.jsonl are two files of one topic; keep one",
                complaintAbout(tmp));
    }

    private static String complaintAbout(Path directory) {
        return assertThrows(FileFormatException.class, () -> InputDirectory.open(directory))
                .getMessage();
    }
}

package io.cradle.connectors.files.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.connectors.files.InputFiles;
import io.cradle.connectors.files.sink.LogText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same rows say the same in every form of file and in every order of columns. */
class FileFormsTest {
    private static final String[] TOPICS = {
        "bills-of-materials",
        "energy-meters",
        "meter-readings",
        "activity-records",
        "production-records",
        "purchase-records",
        "supplier-emissions",
        "emission-factors"
    };

    @TempDir
    Path tmp;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void columnsInAnyOrder(long seed) throws IOException {
        Random random = new Random(seed);
        for (String topic : TOPICS) {
            List<List<String>> table = table(topic);
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < table.get(0).size(); i++) {
                order.add(i);
            }
            Collections.shuffle(order, random);
            String[] lines = table.stream()
                    .map(row -> String.join(
                            ",", order.stream().map(i -> quoted(row.get(i))).toList()))
                    .toArray(String[]::new);
            InputFiles.write(tmp, topic + ".csv", lines);
        }
        assertSaysTheSame();
    }

    @Test
    void zippedWithAByteOrderMark() throws IOException {
        for (String topic : TOPICS) {
            String text = Files.readString(GoldenLogTest.golden("every-topic").resolve(topic + ".csv"));
            InputFiles.zipped(tmp, topic + ".csv.gz", "\uFEFF" + text);
        }
        assertSaysTheSame();
    }

    @Test
    void jsonLines() throws IOException {
        for (String topic : TOPICS) {
            List<List<String>> table = table(topic);
            List<String> lines = new ArrayList<>();
            for (List<String> row : table.subList(1, table.size())) {
                Map<String, String> object = new LinkedHashMap<>();
                for (int i = 0; i < row.size(); i++) {
                    object.put(table.get(0).get(i), row.get(i).isEmpty() ? null : row.get(i));
                }
                lines.add(new ObjectMapper().writeValueAsString(object));
            }
            InputFiles.write(tmp, topic + ".jsonl", lines.toArray(String[]::new));
        }
        assertSaysTheSame();
    }

    private void assertSaysTheSame() {
        List<String> expected = says(GoldenLogTest.golden("every-topic"));
        assertFalse(expected.isEmpty());
        assertEquals(String.join("\n", expected), String.join("\n", says(tmp)));
    }

    private static List<String> says(Path directory) {
        List<String> lines = new ArrayList<>();
        try (LogFileReader reader = LogFileReader.open(InputDirectory.open(directory), new EpochGrid(0, 500))) {
            reader.forEachRemaining(record -> lines.add(record.topic() + " " + LogText.says(record)));
        }
        return lines;
    }

    /** The cells of a golden file; its only quoted cell is put back together. */
    private static List<List<String>> table(String topic) throws IOException {
        return Files.readAllLines(GoldenLogTest.golden("every-topic").resolve(topic + ".csv")).stream()
                .map(line -> List.of(line.replace("\"Cup, large\"", "Cup\u0000 large")
                                .split(",", -1))
                        .stream()
                        .map(cell -> cell.replace('\u0000', ','))
                        .toList())
                .toList();
    }

    private static String quoted(String cell) {
        return "\"" + cell + "\"";
    }
}

package io.cradle.connectors.files.sink;

import io.cradle.connectors.files.FileFormatException;
import io.cradle.connectors.files.OutputDirectory;
import io.cradle.connectors.files.rows.CsvText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** A result file and the rows that wait until their epoch is over. */
final class TableFile implements AutoCloseable {
    private final Table table;
    private final Path path;
    private final BufferedWriter writer;
    private final NavigableMap<Long, List<Printed>> waiting = new TreeMap<>();

    TableFile(OutputDirectory out, Table table) {
        this.table = table;
        this.path = out.file(table.topic().topicName() + ".csv");
        try {
            this.writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
            writeLine(CsvText.line(table.columns().toArray(String[]::new)));
        } catch (IOException e) {
            throw complaint(e);
        }
    }

    void add(long asOfMs, SpecificRecord record) {
        StringBuilder text = new StringBuilder();
        table.rows(record).forEach(row -> text.append(CsvText.line(row)).append('\n'));
        waiting.computeIfAbsent(asOfMs, epoch -> new ArrayList<>())
                .add(new Printed(table.sortKey(record), text.toString()));
    }

    /** Writes the rows of every epoch that ends at or before a time, ms. */
    void writeUpTo(long timeMs) {
        NavigableMap<Long, List<Printed>> over = waiting.headMap(timeMs, true);
        try {
            for (List<Printed> epoch : over.values()) {
                epoch.sort(Printed.ORDER);
                for (Printed printed : epoch) {
                    writer.write(printed.text());
                }
            }
        } catch (IOException e) {
            throw complaint(e);
        }
        over.clear();
    }

    void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw complaint(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw complaint(e);
        }
    }

    private void writeLine(String line) throws IOException {
        writer.write(line);
        writer.write('\n');
    }

    private FileFormatException complaint(IOException e) {
        return FileFormatException.unwritable(path.toString(), e);
    }

    /**
     * A record's rows as text.
     *
     * @param key where the record stands in its epoch; the text decides among equals, so that the order never depends
     *     on arrival
     */
    private record Printed(String key, String text) {
        static final Comparator<Printed> ORDER =
                Comparator.comparing(Printed::key).thenComparing(Printed::text);
    }
}

package io.cradle.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The scenario's own tables, which are bundled with the program: plain cells, no quotes. */
final class RateTable {
    private static final String FOLDER = "scenario/";

    private RateTable() {}

    /** The rows below the header; every row has as many cells as the header. */
    static List<String[]> rows(String name) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(RateTable.class.getResourceAsStream(FOLDER + name), StandardCharsets.UTF_8))) {
            int width = cells(lines.readLine()).length;
            List<String[]> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] row = cells(line);
                if (row.length != width) {
                    throw new IllegalStateException(name + ": '" + line + "' does not have " + width + " cells");
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] cells(String line) {
        return line.split(",", -1);
    }
}

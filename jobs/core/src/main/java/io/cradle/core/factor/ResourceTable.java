package io.cradle.core.factor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The small tables bundled with core: comma-separated, no quotes but in the last column. */
final class ResourceTable {
    private ResourceTable() {}

    static List<String[]> rows(String name, int columns) {
        try (InputStream in = ResourceTable.class.getResourceAsStream("/io/cradle/core/" + name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", columns)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.cradle.connectors.files.rows;

import io.cradle.connectors.files.FileFormatException;
import java.util.Arrays;

/**
 * Which cell of a row holds which column of the topic.
 *
 * @param width number of cells that a row may have
 * @param cells for each place of {@link TopicColumns#names} the index of its cell, or -1 where the file has none
 */
record Header(int width, int[] cells) {

    /** The header of rows whose cells already lie in the order of the topic's columns. */
    static Header inOrder(TopicColumns columns) {
        int width = columns.names().size();
        int[] cells = new int[width];
        Arrays.setAll(cells, i -> i);
        return new Header(width, cells);
    }

    /**
     * Reads a header row.
     *
     * @throws FileFormatException if a name is unknown, missing or there twice
     */
    static Header of(TopicFile file, long line, String[] names) {
        TopicColumns columns = TopicColumns.of(file.topic());
        refuseOtherSeparators(file, line, names);
        int[] cells = new int[columns.names().size()];
        Arrays.fill(cells, -1);
        for (int i = 0; i < names.length; i++) {
            int place = placeOf(file, line, columns, names[i], i + 1);
            if (cells[place] >= 0) {
                throw FileFormatException.at(
                        file.name(),
                        line,
                        "column '" + names[i] + "' stands twice, as columns " + (cells[place] + 1) + " and " + (i + 1)
                                + "; keep one");
            }
            cells[place] = i;
        }
        return new Header(names.length, cells);
    }

    /** Where a column stands among the topic's, or the complaint about its name. */
    static int placeOf(TopicFile file, long line, TopicColumns columns, String name, int number) {
        if (name.isBlank()) {
            throw FileFormatException.at(
                    file.name(), line, "column " + number + " has no name; name it or take it out of every row");
        }
        return columns.place(name)
                .orElseThrow(() -> FileFormatException.at(
                        file.name(),
                        line,
                        "unknown column '" + name + "'; the nearest one that "
                                + file.topic().topicName() + " has is '"
                                + NearestName.of(name.strip(), columns.names()) + "'"));
    }

    private static void refuseOtherSeparators(TopicFile file, long line, String[] names) {
        if (names.length == 1 && (names[0].indexOf(';') >= 0 || names[0].indexOf('\t') >= 0)) {
            throw FileFormatException.at(
                    file.name(), line, "columns are separated by a semicolon or a tab; separate them by commas");
        }
    }
}

package io.cradle.connectors.files.rows;

/** One row of a topic's file: text cells, addressed by the places of {@link TopicColumns#names}. */
public final class Row {
    private final long line;
    private final Header header;
    private final String[] cells;
    private final String json;

    private Row(long line, Header header, String[] cells, String json) {
        this.line = line;
        this.header = header;
        this.cells = cells;
        this.json = json;
    }

    static Row ofCsv(long line, Header header, String[] cells) {
        return new Row(line, header, cells, null);
    }

    static Row ofJson(long line, Header header, String[] cells, String json) {
        return new Row(line, header, cells, json);
    }

    /** The line on which the row begins, as an editor counts. */
    public long line() {
        return line;
    }

    /** The exact text of a cell, or null where the column or the cell is absent or holds only blanks. */
    public String cell(int place) {
        int index = header.cells()[place];
        if (index < 0 || index >= cells.length) {
            return null;
        }
        String cell = cells[index];
        return cell == null || cell.isBlank() ? null : cell;
    }

    /** The row as it stands in the file: JSON text, or a CSV line quoted afresh. */
    public String raw() {
        return json == null ? CsvText.line(cells) : json;
    }
}

package io.cradle.connectors.files.rows;

/** The forms in which a topic's file may come. */
public enum FileFormat {
    CSV(".csv"),
    CSV_GZ(".csv.gz"),
    JSON_LINES(".jsonl");

    private final String suffix;

    FileFormat(String suffix) {
        this.suffix = suffix;
    }

    public String suffix() {
        return suffix;
    }
}

package io.cradle.cli.suppliers.pact;

/** What a finding means for the document. */
public enum Severity {
    /** The document cannot be used. */
    ERROR("error"),
    /** It can be used, but the supplier should be asked; an error where the operator is strict. */
    WARNING("warning"),
    /** Something that was decided in reading it. */
    NOTE("note");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}

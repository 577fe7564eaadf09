package io.cradle.cli.suppliers.pact;

/** Documents that their supplier has withdrawn or replaced. */
final class Deprecation {
    static final String STATUS = "Deprecated";

    private Deprecation() {}

    static boolean isStated(PactDocument document) {
        return document.json().path("status").asText().equals(STATUS);
    }

    static Finding leftOut(PactDocument document) {
        return new Finding(
                Severity.NOTE,
                document.file(),
                document.index(),
                document.path() + ".status",
                "is Deprecated",
                "left out");
    }
}

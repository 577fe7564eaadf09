package io.cradle.cli.suppliers.pact;

import io.cradle.cli.suppliers.pact.RecognitionTable.Rule;
import io.cradle.cli.suppliers.pact.RecognitionTable.Subject;
import io.cradle.cli.suppliers.pact.RecognitionTable.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the figures were made, and whether the operator recognises that. */
final class MethodReader {
    private static final String STANDARDS = "crossSectoralStandards";
    private static final String SCHEMES = "productOrSectorSpecificRules";
    private static final String BOUNDARY = "boundaryProcessesDescription";
    private static final String PACKAGING = "packagingEmissionsIncluded";
    private static final String PACKAGING_FIGURE = "packagingGhgEmissions";
    /** Longest text that the job reads. */
    private static final int MAX_TEXT_CHARS = 2_000;

    private final PactObject pcf;
    private final RecognitionTable table;
    private final List<String> adjustments = new ArrayList<>();
    private BigDecimal factor = BigDecimal.ONE;
    private String boundary;
    private String standards;

    private MethodReader(PactObject pcf, RecognitionTable table) {
        this.pcf = pcf;
        this.table = table;
    }

    static MethodReader of(PactObject pcf, RecognitionTable table) {
        MethodReader method = new MethodReader(pcf, table);
        method.readStandards();
        method.readBoundary();
        return method;
    }

    /** What the figures are multiplied with; 1 where nothing is adjusted. */
    BigDecimal factor() {
        return factor;
    }

    String boundary() {
        return boundary;
    }

    /** Standards and schemes, and how the figures were adjusted because of them. */
    String standards() {
        return Stream.concat(Stream.of(standards), adjustments.stream()).collect(Collectors.joining("; "));
    }

    /** Who verified what by which standard and when, or null. */
    String verification() {
        PactObject verification = pcf.object("verification");
        if (verification == null) {
            return null;
        }
        var completed = verification.time("completedAt");
        String text = Stream.of(
                        verification.text("coverage"),
                        verification.text("providerName"),
                        verification.text("standardName"),
                        completed == null ? null : completed.toLocalDate().toString())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? "verified" : cut(text, "verification");
    }

    /** {@code true}, {@code false}, or null. */
    String packagingIncluded() {
        Boolean included = pcf.flag(PACKAGING);
        PactDecimal figure = pcf.decimal(PACKAGING_FIGURE);
        if (figure != null && figure.sign() < 0) {
            pcf.error(PACKAGING_FIGURE, figure.text() + " has the wrong sign", "emissions are 0 or more");
        }
        if (figure != null && Boolean.FALSE.equals(included)) {
            pcf.warn(PACKAGING_FIGURE, "is stated, but packaging is said not to be included", "state one of them");
        }
        return included == null ? null : included.toString();
    }

    private void readStandards() {
        List<String> listed = pcf.requiredTexts(STANDARDS);
        // The figures follow all of them, so one that is recognised is enough.
        listed.stream()
                .map(standard -> rule(Subject.STANDARD, standard))
                .min(Comparator.comparing(Rule::verdict)
                        .thenComparing(rule -> !rule.note().isEmpty()))
                .ifPresent(rule -> apply(rule, STANDARDS, String.join(", ", listed)));
        List<String> named = new ArrayList<>(List.of(String.join(", ", listed)));
        for (PactObject scheme : pcf.objects(SCHEMES)) {
            String operator = Optional.ofNullable(scheme.text("otherOperatorName"))
                    .or(() -> Optional.ofNullable(scheme.requiredText("operator")))
                    .orElse("");
            String text = operator + ": " + String.join(", ", scheme.requiredTexts("ruleNames"));
            apply(rule(Subject.SCHEME, text), SCHEMES, text);
            named.add(text);
        }
        standards = cut(String.join("; ", named), STANDARDS);
    }

    private void readBoundary() {
        String text = pcf.text(BOUNDARY);
        if (text != null) {
            Rule rule = rule(Subject.BOUNDARY, text);
            apply(rule, BOUNDARY, rule.value());
            boundary = cut(text, BOUNDARY);
        }
    }

    private Rule rule(Subject subject, String text) {
        return table.find(subject, text)
                .orElse(new Rule(subject, text, Verdict.REFUSED, BigDecimal.ONE, "it is not in the recognition table"));
    }

    private void apply(Rule rule, String field, String text) {
        String because = rule.note().isEmpty() ? "the recognition table says so" : rule.note();
        switch (rule.verdict()) {
            case REFUSED -> pcf.error(field, "'" + text + "' is not recognised", because);
            case ADJUSTED -> {
                factor = factor.multiply(rule.factor());
                adjustments.add("figures times " + rule.factor().toPlainString() + " (" + because + ")");
                pcf.note(field, "'" + text + "' is adjusted", "figures times " + rule.factor() + ": " + because);
            }
            case ACCEPTED -> {
                if (!rule.note().isEmpty()) {
                    pcf.note(field, "'" + text + "' is accepted", because);
                }
            }
        }
    }

    private String cut(String text, String field) {
        if (text.length() <= MAX_TEXT_CHARS) {
            return text;
        }
        pcf.note(field, "has " + text.length() + " characters", "the first " + MAX_TEXT_CHARS + " are kept");
        return text.substring(0, MAX_TEXT_CHARS - 1) + "…";
    }
}

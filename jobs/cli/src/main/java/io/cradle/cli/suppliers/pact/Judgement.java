package io.cradle.cli.suppliers.pact;

import io.cradle.schemas.SupplierEmission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All documents of one command, judged by themselves and against each other.
 *
 * @param records of the documents that can be used
 * @param findings by file and document
 * @param documents how many there are, those left out apart
 */
public record Judgement(List<SupplierEmission> records, List<Finding> findings, int documents) {

    /** {@code skipDeprecated}: leaves documents out that are deprecated, as answers of a PACT server hold them. */
    public static Judgement of(List<PactFile> files, FootprintReader reader, boolean skipDeprecated) {
        List<Finding> findings = new ArrayList<>();
        List<Judged> judged = new ArrayList<>();
        for (PactFile file : files) {
            findings.addAll(file.findings());
            for (PactDocument document : file.documents()) {
                if (skipDeprecated && Deprecation.isStated(document)) {
                    findings.add(Deprecation.leftOut(document));
                } else {
                    Judged one = reader.read(document);
                    findings.addAll(one.findings());
                    judged.add(one);
                }
            }
        }
        findings.addAll(repeated(judged));
        findings.addAll(circular(judged));
        List<SupplierEmission> records =
                judged.stream().flatMap(one -> one.record().stream()).toList();
        return new Judgement(records, List.copyOf(findings), judged.size());
    }

    /** Whether something must be set right before anything is sent. */
    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static List<Finding> repeated(List<Judged> judged) {
        Map<String, PactDocument> first = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Judged one : judged) {
            PactDocument document = one.document();
            PactDocument before = document.id().isEmpty() ? null : first.putIfAbsent(document.id(), document);
            if (before != null) {
                findings.add(error(
                        document,
                        ".id",
                        "stands also in " + before.file() + ", document " + before.index(),
                        "a record is immutable: keep one"));
            }
        }
        return findings;
    }

    /** Records that supersede each other would all be gone. */
    private static List<Finding> circular(List<Judged> judged) {
        Map<String, List<String>> preceding = new LinkedHashMap<>();
        judged.forEach(
                one -> one.record().ifPresent(record -> preceding.put(record.getRecord(), record.getPreceding())));
        List<Finding> findings = new ArrayList<>();
        for (Judged one : judged) {
            if (one.record().isPresent() && supersedesItself(one.document().id(), preceding)) {
                findings.add(error(
                        one.document(), ".precedingPfIds", "lead back to the document itself", "name only older ones"));
            }
        }
        return findings;
    }

    private static boolean supersedesItself(String id, Map<String, List<String>> preceding) {
        Set<String> seen = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>(preceding.getOrDefault(id, List.of()));
        while (!ahead.isEmpty()) {
            String next = ahead.pop();
            if (next.equals(id)) {
                return true;
            }
            if (seen.add(next)) {
                preceding.getOrDefault(next, List.of()).forEach(ahead::push);
            }
        }
        return false;
    }

    private static Finding error(PactDocument document, String field, String what, String right) {
        return new Finding(Severity.ERROR, document.file(), document.index(), document.path() + field, what, right);
    }
}

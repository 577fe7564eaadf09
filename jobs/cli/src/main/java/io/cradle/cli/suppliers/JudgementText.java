package io.cradle.cli.suppliers;

import io.cradle.cli.suppliers.pact.Finding;
import io.cradle.cli.suppliers.pact.Judgement;
import io.cradle.cli.suppliers.pact.Severity;
import io.cradle.cli.terminal.Terminal;
import io.cradle.schemas.SupplierEmission;

/** A judgement for people: what was found, and what each document says. */
final class JudgementText {
    private JudgementText() {}

    static void print(Judgement judgement, Terminal terminal) {
        judgement.findings().stream().map(Finding::sentence).forEach(terminal::complain);
        judgement.records().forEach(record -> terminal.say(oneLine(record)));
        terminal.say(count(judgement.documents(), "document") + ", "
                + count(judgement.records().size(), "of them usable", "of them usable") + ": "
                + count(judgement.count(Severity.ERROR), "error") + ", "
                + count(judgement.count(Severity.WARNING), "warning") + ", "
                + count(judgement.count(Severity.NOTE), "note"));
    }

    private static String oneLine(SupplierEmission record) {
        String supersedes =
                record.getPreceding().isEmpty() ? "" : ", supersedes " + String.join(", ", record.getPreceding());
        String line = record.getRecord() + ": " + record.getProduct() + " of " + record.getSupplier() + ", per "
                + record.getDeclaredUnitAmount() + " " + record.getDeclaredUnit() + ", "
                + record.getReferenceStart() + " to " + record.getReferenceEnd() + supersedes;
        return line.replaceAll("\\p{Cntrl}", " ");
    }

    private static String count(long number, String one) {
        return count(number, one, one + "s");
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}

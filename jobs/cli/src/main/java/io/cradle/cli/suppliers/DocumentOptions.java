package io.cradle.cli.suppliers;

import io.cradle.cli.CommandException;
import io.cradle.cli.suppliers.pact.FootprintReader;
import io.cradle.cli.suppliers.pact.GasTable;
import io.cradle.cli.suppliers.pact.Identities;
import io.cradle.cli.suppliers.pact.Judgement;
import io.cradle.cli.suppliers.pact.Judging;
import io.cradle.cli.suppliers.pact.PactFile;
import io.cradle.cli.suppliers.pact.RecognitionTable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import picocli.CommandLine.Option;

/** How documents are judged: options of every command that reads them. */
final class DocumentOptions {
    @Option(
            names = "--supplier",
            paramLabel = "ID",
            description = "Supplier of every document, instead of its first companyIds.")
    private String supplier;

    @Option(
            names = "--product",
            paramLabel = "ID",
            description = "Product of the document, instead of its first productIds; for one document.")
    private String product;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "CSV with the columns pact_product, supplier, product: which of the network's names the"
                    + " productIds stand for.")
    private Path mapping;

    @Option(
            names = "--recognition",
            paramLabel = "FILE",
            description = "CSV that says which standards, schemes and boundaries are accepted, adjusted or refused,"
                    + " instead of the bundled table.")
    private Path recognition;

    @Option(
            names = "--gases",
            paramLabel = "FILE",
            description = "CSV with the columns pact_id, indicator, gas, kg: the gases behind figures under AR5, which"
                    + " are then restated under AR6.")
    private Path gases;

    @Option(names = "--strict", description = "Takes warnings for errors, such as figures that do not add up.")
    private boolean strict;

    @Option(
            names = "--skip-deprecated",
            description = "Leaves deprecated documents out, which the answer of a PACT server holds too.")
    private boolean skipDeprecated;

    /** Reads and judges everything; nothing is sent. */
    Judgement judge(String network, List<Path> files, Clock clock) {
        Identities identities = Identities.of(supplier, product, mapping);
        RecognitionTable table = recognition == null ? RecognitionTable.bundled() : RecognitionTable.read(recognition);
        GasTable known = gases == null ? GasTable.empty() : GasTable.read(gases);
        List<PactFile> read = files.stream().map(PactFile::read).toList();
        int documents = read.stream().mapToInt(file -> file.documents().size()).sum();
        if (identities.hasOneProduct() && documents > 1) {
            throw new CommandException("--product names the product of one document, but there are " + documents
                    + "; give --mapping with a row for each product");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Judgement.of(
                read,
                new FootprintReader(new Judging(network, today, strict, identities, table, known)),
                skipDeprecated);
    }
}

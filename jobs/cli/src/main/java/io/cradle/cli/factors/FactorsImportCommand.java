package io.cradle.cli.factors;

import io.cradle.cli.CommandException;
import io.cradle.cli.ExitCode;
import io.cradle.cli.factors.check.Defect;
import io.cradle.cli.factors.check.FactorChecks;
import io.cradle.cli.factors.check.FactorRecords;
import io.cradle.cli.factors.table.FactorSheet;
import io.cradle.cli.kafka.BrokerOptions;
import io.cradle.cli.kafka.TypedImport;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.rollup.intake.Plausibility;
import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.wire.InputTopic;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cradle factors import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes a pack or table to the topic emission-factors; a factor of the same key is replaced.",
            "It is checked first as `cradle factors check` does, and nothing is sent if anything is wrong:",
            "the exit code is then 1."
        },
        footer = {"", "Example: cradle factors import china-electricity-2024 --bootstrap-servers 127.0.0.1:9092"})
final class FactorsImportCommand implements Callable<Integer> {
    @Mixin
    private TableOptions table;

    @Option(names = "--dry-run", description = "Checks and says what would be sent, and sends nothing.")
    private boolean dryRun;

    @Option(
            names = "--accept-doubts",
            description =
                    "Sends rows that are only doubtful: figures far from known ones, spellings that are understood.")
    private boolean acceptDoubts;

    @Mixin
    private BrokerOptions broker;

    private final Surroundings surroundings;

    FactorsImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        FactorSheet sheet = table.open();
        if (sheet.rows().stream().anyMatch(FactorChecks::isGwp)) {
            throw new CommandException(
                    sheet.name() + " holds global warming potentials: they are for reading, the job has its own");
        }
        if (isWrong(FactorChecks.of(sheet))) {
            surroundings.terminal().complain("nothing was sent");
            return ExitCode.NO;
        }
        FactorRecords records = new FactorRecords(Plausibility.NONE);
        List<EmissionFactor> factors =
                sheet.rows().stream().map(records::record).toList();
        if (dryRun) {
            sheet.rows().forEach(row -> surroundings.terminal().say(FactorText.oneLine("would send " + row.key())));
            return ExitCode.DONE;
        }
        KafkaAccess access = broker.access();
        TypedImport.send(access, InputTopic.EMISSION_FACTORS, factors);
        surroundings
                .terminal()
                .say(factors.size() + " factors of " + sheet.name() + " sent to " + access.bootstrapServers());
        return ExitCode.DONE;
    }

    private boolean isWrong(List<Defect> defects) {
        defects.forEach(defect -> surroundings.terminal().complain(defect.sentence()));
        return defects.stream().anyMatch(defect -> !defect.doubt() || !acceptDoubts);
    }
}

package io.cradle.cli.factors;

import io.cradle.cli.CommandException;
import io.cradle.cli.ExitCode;
import io.cradle.cli.factors.table.FactorRow;
import io.cradle.cli.factors.table.FactorSheet;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.files.rows.NearestName;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cradle factors show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows everything known about one factor, and how it is computed where that is stated.",
        footer = {"", "Example: cradle factors show china-fuels diesel"})
final class FactorsShowCommand implements Callable<Integer> {
    @Mixin
    private TableOptions table;

    @Parameters(
            index = "1",
            paramLabel = "FLOW[/REGION[/KIND[/VALID_FROM]]]",
            description = "Which factor: its key, or as much of it as tells it from the others.")
    private String key;

    private final Surroundings surroundings;

    FactorsShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        FactorSheet sheet = table.open();
        List<FactorRow> found = sheet.rows().stream()
                .filter(row -> row.key().equals(key) || row.key().startsWith(key + "/"))
                .toList();
        if (found.isEmpty()) {
            List<String> keys = sheet.rows().stream().map(FactorRow::key).toList();
            throw new CommandException(sheet.name() + " has no factor " + key
                    + (keys.isEmpty() ? "" : "; the nearest is '" + NearestName.of(key, keys) + "'"));
        }
        if (found.size() > 1) {
            throw new CommandException(key + " is " + found.size() + " factors of " + sheet.name() + ", such as "
                    + found.get(0).key() + " and " + found.get(1).key() + "; say more of the key");
        }
        FactorText.page(found.get(0)).forEach(surroundings.terminal()::say);
        return ExitCode.DONE;
    }
}

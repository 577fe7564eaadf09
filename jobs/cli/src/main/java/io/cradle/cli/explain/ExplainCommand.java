package io.cradle.cli.explain;

import io.cradle.cli.CommandException;
import io.cradle.cli.ExitCode;
import io.cradle.cli.kafka.JobSettingsOptions;
import io.cradle.cli.log.DidYouMean;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.core.explain.ExplainLimits;
import io.cradle.core.explain.Explanation;
import io.cradle.core.network.SettledPeriod;
import io.cradle.schemas.wire.RecordKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Says what a footprint comes from: factors, suppliers' records and direct emissions over all",
            "tiers, own lines, tiers, the largest paths, and its uncertainty. Rebuilds the network from its",
            "log and publishes nothing. Exit code 1 when the product has no figure to explain."
        },
        footer = {
            "",
            "Example: cradle explain acme/car --period 2024-03 --bootstrap-servers 127.0.0.1:9092 --svg car.svg",
            "         cradle explain demo/car --period 2024 --files ./data"
        })
public final class ExplainCommand implements Callable<Integer> {
    /** A picture tells more paths than a table. */
    private static final int PATHS_DRAWN = 60;

    @Parameters(paramLabel = "NETWORK/PRODUCT", description = "The product; / in a name is written %%2F.")
    private String of;

    @Mixin
    private NetworkOptions log;

    @Mixin
    private JobSettingsOptions job;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table or json (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "20",
            description = "Rows of each block of the table, and paths (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(
            names = "--tiers",
            paramLabel = "N",
            defaultValue = "8",
            description = "Tiers to tell apart (default: ${DEFAULT-VALUE}).")
    private int tiers;

    @Option(names = "--svg", paramLabel = "FILE", description = "Also draw a Sankey diagram of the largest paths.")
    private Path svg;

    private final Surroundings surroundings;

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        requirePositive("--top", top);
        requirePositive("--tiers", tiers);
        List<String> name = RecordKey.split(of);
        if (name.size() != 2 || name.get(0).isEmpty() || name.get(1).isEmpty()) {
            throw new CommandException("'" + of + "' is not NETWORK/PRODUCT, such as acme/car");
        }
        String network = name.get(0);
        String product = name.get(1);
        RebuiltNetwork rebuilt = log.rebuild(network, job.settings(), surroundings);
        SettledPeriod period = rebuilt.period(log.period());
        requireMade(product, period);
        if (!period.hasFigures(product)) {
            surroundings.terminal().say(noFigures(product, period));
            return ExitCode.NO;
        }
        Explanation explanation = Explanation.of(period.upstream(product), limits());
        print(new ExplainedProduct(
                network,
                product,
                period.period().label(),
                rebuilt.asOf(),
                period.result(product).code(),
                explanation));
        return ExitCode.DONE;
    }

    private ExplainLimits limits() {
        ExplainLimits usual = ExplainLimits.DEFAULT;
        int paths = svg == null ? top : Math.max(top, PATHS_DRAWN);
        return new ExplainLimits(tiers, paths, usual.covered(), usual.leastShare());
    }

    private static void requirePositive(String option, int number) {
        if (number < 1) {
            throw new CommandException(option + " " + number + " is too few: name 1 or more");
        }
    }

    private static void requireMade(String product, SettledPeriod period) {
        if (!period.isMade(product)) {
            throw new CommandException("product '" + product + "' is not made in "
                    + period.period().label() + ": no bill of it is in force"
                    + DidYouMean.instead(product, period.products()));
        }
    }

    private static String noFigures(String product, SettledPeriod period) {
        return "product " + product + " has no figure in " + period.period().label() + ": its result is "
                + period.result(product).code();
    }

    private void print(ExplainedProduct explained) {
        if (format == OutputFormat.json) {
            surroundings.terminal().say(ExplainJson.of(explained));
        } else {
            ExplainTable.lines(explained, top).forEach(surroundings.terminal()::say);
        }
        if (svg != null) {
            write(SankeySvg.of(explained));
        }
    }

    private void write(String picture) {
        try {
            Files.writeString(svg, picture);
        } catch (IOException e) {
            throw new CommandException("the diagram cannot be written to " + svg + ": " + e.getMessage(), e);
        }
    }
}

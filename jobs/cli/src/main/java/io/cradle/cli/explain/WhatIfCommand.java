package io.cradle.cli.explain;

import io.cradle.cli.CommandException;
import io.cradle.cli.ExitCode;
import io.cradle.cli.kafka.JobSettingsOptions;
import io.cradle.cli.log.DidYouMean;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.core.network.Assumption;
import io.cradle.core.network.AssumptionException;
import io.cradle.core.network.Difference;
import io.cradle.core.network.SettledPeriod;
import io.cradle.core.network.WhatIf;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle whatif}. */
@Command(
        name = "whatif",
        mixinStandardHelpOptions = true,
        description = {
            "Says which footprints of a network would change, and to what, if something were otherwise.",
            "Rebuilds the network from its log and publishes nothing."
        },
        footer = {
            "",
            "Example: cradle whatif acme --set factor:electricity@CN=0.40 --set bom:car/steel=820 \\",
            "             --period 2024-03 --bootstrap-servers 127.0.0.1:9092 --settings cradle.properties",
            "         cradle whatif demo --set supplier:seat/acme=-20%% --period 2024 --files ./data"
        })
public final class WhatIfCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NETWORK", description = "The network.")
    private String network;

    @Option(
            names = "--set",
            paramLabel = "WHAT=NUMBER",
            required = true,
            description = {
                "What is supposed; may be given several times:",
                "factor:FLOW[@REGION][:KIND]=kgCO2e per unit of the factor, excluding biogenic uptake;",
                "bom:PRODUCT/INPUT[@SUPPLIER]=amount in the unit of the bill's line;",
                "supplier:PRODUCT/SUPPLIER=kgCO2e per declared unit. =-20%% takes off 20 %%."
            })
    private List<String> supposed;

    @Mixin
    private NetworkOptions log;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "The settings file of the job whose records these are (default: the default settings).")
    private Path settings;

    @Option(
            names = "--setting",
            paramLabel = "KEY=VALUE",
            description = "A setting of the job, such as reporting.zone=Asia/Shanghai; `cradle settings` lists them.")
    private final Map<String, String> single = new LinkedHashMap<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table or json (default: ${DEFAULT-VALUE}).")
    private OutputFormat format;

    private final Surroundings surroundings;

    WhatIfCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<Assumption> assumptions =
                supposed.stream().map(AssumptionText::read).toList();
        RebuiltNetwork rebuilt = log.rebuild(network, JobSettingsOptions.settings(settings, single), surroundings);
        SettledPeriod period = rebuilt.period(log.period());
        String label = period.period().label();
        int made = period.products().size();
        WhatIfAnswer answer =
                new WhatIfAnswer(network, label, rebuilt.asOf(), supposed, made, ask(rebuilt, label, assumptions));
        if (format == OutputFormat.json) {
            surroundings.terminal().say(answer.json());
        } else {
            answer.lines().forEach(surroundings.terminal()::say);
        }
        return ExitCode.DONE;
    }

    private List<Difference> ask(RebuiltNetwork rebuilt, String period, List<Assumption> assumptions) {
        try {
            return WhatIf.ask(rebuilt.network(), rebuilt.factors(), period, assumptions);
        } catch (AssumptionException e) {
            String instead = e.written() == null ? "" : DidYouMean.instead(e.written(), e.known());
            throw new CommandException("--set " + supposed.get(e.place()) + ": " + e.getMessage() + instead, e);
        }
    }
}

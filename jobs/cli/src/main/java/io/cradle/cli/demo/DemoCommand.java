package io.cradle.cli.demo;

import io.cradle.cli.ExitCode;
import io.cradle.cli.terminal.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cradle demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Shows footprints following a supply chain, from coal mine to car.",
            "A broker, the job and plants that report run in this process and on loopback. Last month and this one are",
            "streamed fast, then life goes on. It leaves nothing behind. Exit code 1: no footprint of the car was published."
        },
        footer = {"", "Example: cradle demo --for 60s"})
public final class DemoCommand implements Callable<Integer> {
    @Mixin
    private DemoOptions options;

    private final Surroundings surroundings;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        boolean published = new Demonstration(options, surroundings).play();
        return published ? ExitCode.DONE : ExitCode.NO;
    }
}

package io.cradle.cli.bench.settle;

import io.cradle.cli.CommandException;
import io.cradle.cli.bench.report.Case;
import io.cradle.testkit.realistic.RealisticNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Starts {@link SparseLu} with bounded time and memory, and reads what it found. */
final class SparseLuProcess {
    private static final String HEAP = "6g";
    private static final double MILLIS = 1e3;

    private final RealisticNetwork network;
    private final SettleSettings settings;

    /** What became of it. */
    sealed interface Outcome {
        String WHAT = "sparse LU, one component, per change";

        void report(Case into);
    }

    private record Solved(double seconds, double difference) implements Outcome {
        @Override
        public void report(Case into) {
            into.measured(WHAT, seconds * MILLIS, "ms");
            into.measured("sparse LU, difference", difference, "relative");
        }
    }

    private record GaveUp(String why) implements Outcome {
        @Override
        public void report(Case into) {
            into.missing(WHAT, why);
        }
    }

    SparseLuProcess(RealisticNetwork network, SettleSettings settings) {
        this.network = network;
        this.settings = settings;
    }

    Outcome run() {
        try {
            Process process = start();
            try {
                if (!process.waitFor(settings.luPatience().toMillis(), TimeUnit.MILLISECONDS)) {
                    return new GaveUp("gave up after " + settings.luPatience().toSeconds() + " s");
                }
                return read(process);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new CommandException("the sparse LU cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while the sparse LU ran", e);
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-XX:+UseParallelGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SparseLu.class.getName(),
                        network.family().label(),
                        Integer.toString(network.products()),
                        Long.toString(settings.seed()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Outcome read(Process process) throws IOException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        String[] words = said.split(" ");
        if (process.exitValue() != 0 || said.isEmpty()) {
            return new GaveUp("it failed");
        }
        return switch (words[0]) {
            case "memory" -> new GaveUp("gave up at " + HEAP + " of heap");
            case "singular" -> new GaveUp("found the matrix singular");
            default -> new Solved(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
        };
    }
}

package io.cradle.testkit.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A process that is started again whenever it ends, until it is held down or closed. Its output goes to a file. Safe for
 * several threads.
 */
public final class SupervisedProcess implements AutoCloseable {
    private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
    private static final Duration TO_END = Duration.ofSeconds(20);

    private final String name;
    private final Supplier<List<String>> command;
    private final Map<String, String> environment;
    private final File output;
    private Process process;
    private boolean down = true;
    private int starts;

    /**
     * Prepares a process; {@link #start} starts it.
     *
     * @param command asked for at every start
     * @param output gets what it prints, appended
     */
    SupervisedProcess(String name, Supplier<List<String>> command, Map<String, String> environment, Path output) {
        this.name = name;
        this.command = command;
        this.environment = Map.copyOf(environment);
        this.output = output.toFile();
        // Whatever ends this process, other than kill -9, leaves no other behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::holdDown, "end of " + name));
    }

    public String name() {
        return name;
    }

    /** File with everything that it prints. */
    public Path output() {
        return output.toPath();
    }

    /** How often it was started. */
    public synchronized int starts() {
        return starts;
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Starts it, and from now on starts it again when it ends. */
    public synchronized void start() {
        down = false;
        if (!isAlive()) {
            launch();
        }
    }

    private void launch() {
        ProcessBuilder builder = new ProcessBuilder(command.get());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(output));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new ClusterException(name + " does not start: " + e.getMessage(), e);
        }
        starts++;
        var unused = process.onExit().thenRunAsync(this::startAgain, LATER);
    }

    /** What keeps it from starting may pass, hence again and again. */
    private synchronized void startAgain() {
        if (down || isAlive()) {
            return;
        }
        try {
            launch();
        } catch (ClusterException e) {
            LATER.execute(this::startAgain);
        }
    }

    /** Ends it at once, as kill -9 does; it is started again. */
    public synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** Ends it at once and keeps it down until {@link #start}. */
    public synchronized void holdDown() {
        down = true;
        kill();
    }

    /** Stops it where it stands, without ending it. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets it go on after {@link #freeze}. */
    public void thaw() {
        signal("CONT");
    }

    private synchronized void signal(String signal) {
        try {
            int status = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new ClusterException(name + " cannot be sent the signal " + signal + ": it has ended");
            }
        } catch (IOException e) {
            throw new ClusterException("no program named kill to send " + signal + " to " + name + " with", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while sending " + signal + " to " + name, e);
        }
    }

    /** Asks it to end, and ends it where it does not. */
    @Override
    public void close() {
        Process ending;
        synchronized (this) {
            down = true;
            ending = process;
        }
        if (ending == null) {
            return;
        }
        ending.destroy();
        try {
            if (!ending.waitFor(TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
                ending.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            ending.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

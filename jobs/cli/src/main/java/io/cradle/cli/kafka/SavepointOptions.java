package io.cradle.cli.kafka;

import io.cradle.cli.CommandException;
import io.cradle.cli.job.JobFailedException;
import io.cradle.cli.job.LocalJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.util.ExceptionUtils;
import picocli.CommandLine.Option;

/** Options that say which savepoint a job goes on from, and where it leaves one. */
final class SavepointOptions {
    private static final String METADATA = "_metadata";

    @Option(
            names = "--from-savepoint",
            paramLabel = "DIR",
            description = "Savepoint or retained checkpoint to go on from: a directory that holds a file _metadata.")
    private Path from;

    @Option(
            names = "--rebase",
            description = {
                "Allows going on with another epoch length, zone, period or grace: a new series begins and everything is"
                        + " published anew. The same as --set series.rebase=true."
            })
    private boolean rebase;

    @Option(
            names = "--savepoint-on-stop",
            paramLabel = "DIR",
            description = "When the job is stopped, leave a savepoint in a new directory under this one.")
    private Path onStop;

    boolean isRebase() {
        return rebase;
    }

    /**
     * Looks at the directories before anything is started.
     *
     * @throws CommandException if one is not what it must be
     */
    void require() {
        if (from != null && !Files.isReadable(from.resolve(METADATA))) {
            throw new CommandException(from + " is no savepoint: name a directory that holds a readable file "
                    + METADATA + ", such as savepoint-1a2b3c-0123456789ab");
        }
        if (onStop != null) {
            requireWritable(onStop);
        }
    }

    /** What the job must be told. */
    Configuration recovery() {
        Configuration recovery = new Configuration();
        if (from != null) {
            recovery.set(
                    StateRecoveryOptions.SAVEPOINT_PATH,
                    from.toAbsolutePath().normalize().toUri().toString());
            recovery.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, false);
        }
        return recovery;
    }

    /**
     * Ends the job as the options say.
     *
     * @return where its savepoint is, if one was wanted
     * @throws CommandException if it was and could not be taken; the job has ended all the same
     */
    Optional<String> end(LocalJob job) {
        if (onStop == null) {
            job.cancel();
            return Optional.empty();
        }
        try {
            return Optional.of(job.stopWithSavepoint(onStop.toAbsolutePath().toUri()));
        } catch (JobFailedException e) {
            job.cancel();
            throw new CommandException(
                    "no savepoint could be taken in " + onStop + " (" + reason(e)
                            + "): the job was stopped without one; its retained checkpoints, if any, are where"
                            + " checkpoint.directory says",
                    e);
        }
    }

    /** Why a job does not start from the savepoint; the failure itself where it failed later or for another reason. */
    RuntimeException explained(JobFailedException failure) {
        boolean atStart = ExceptionUtils.findThrowableWithMessage(failure, "JobInitializationException")
                .isPresent();
        return from == null || !atStart
                ? failure
                : new CommandException(
                        from + " does not fit this job (" + reason(failure)
                                + "): name a savepoint that `cradle rollup` or a Flink cluster has taken of it",
                        failure);
    }

    private static void requireWritable(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new CommandException(
                    directory + " cannot be made a directory for savepoints: name one that can be written", e);
        }
        if (!Files.isWritable(directory)) {
            throw new CommandException(directory + " cannot be written: name another directory for savepoints");
        }
    }

    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        // Flink puts the class names of causes in front, and advice of its own behind.
        String message = String.valueOf(innermost.getMessage()).replaceFirst("^([\\w.$]+: )+", "");
        return message.lines().findFirst().orElse("").replaceFirst("\\. .*$", "");
    }
}

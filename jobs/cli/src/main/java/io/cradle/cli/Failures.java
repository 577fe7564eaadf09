package io.cradle.cli;

import io.cradle.cli.terminal.Surroundings;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence why a command could not run; whoever reads it never sees where in the program it happened. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Surroundings surroundings;

    Failures(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        complain(e.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(e, line.getErr())) {
            line.getErr().println("`" + line.getCommandSpec().qualifiedName() + " --help` shows how it is called.");
        }
        line.getErr().flush();
        return ExitCode.COULD_NOT_RUN;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
        Optional<String> known = Sentences.behind(e);
        if (known.isPresent()) {
            LOG.debug("could not run", e);
            complain(known.get());
        } else {
            LOG.error("unexpected failure of {}", line.getCommandSpec().qualifiedName(), e);
            complain("something unexpected went wrong (" + Sentences.shortly(e) + "); details are in "
                    + surroundings.log());
        }
        return ExitCode.COULD_NOT_RUN;
    }

    private void complain(String sentence) {
        surroundings.terminal().complain("cradle: " + sentence);
    }
}

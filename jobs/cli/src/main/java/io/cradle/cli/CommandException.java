package io.cradle.cli;

/** A command cannot run; the message is one sentence: what, where and what would be right. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandException(String sentence) {
        super(sentence);
    }

    public CommandException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

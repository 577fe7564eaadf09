package io.cradle.testkit.broker;

/** The broker cannot start; the message is one sentence that says why and what would be right. */
public final class BrokerStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerStartException(String sentence) {
        super(sentence);
    }

    BrokerStartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

package io.cradle.testkit.cluster;

/** A cluster does not start, or does not do what it is told; the message is a sentence for the user. */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClusterException(String sentence) {
        super(sentence);
    }

    public ClusterException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

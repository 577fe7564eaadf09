package io.cradle.schemas.wire;

/** A value that does not decode: {@link #reason} is {@code undecodable} or {@code unknown-schema}. */
public final class WireException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String reason;

    WireException(String reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}

package io.cradle.core;

/** Thrown while a fact is being made of a record that cannot be used; carries the rejection, no stack. */
public final class RejectedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Rejection rejection;

    public RejectedException(RejectReason reason, String detail) {
        super(detail, null, false, false);
        this.rejection = new Rejection(reason, detail);
    }

    public Rejection rejection() {
        return rejection;
    }
}

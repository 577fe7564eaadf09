package io.cradle.rollup.config;

/** A setting that cannot be used; the message names it and what would be right. */
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingException(String message) {
        super(message);
    }
}

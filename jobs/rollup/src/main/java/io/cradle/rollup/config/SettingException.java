package io.cradle.rollup.config;

import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/** A setting that cannot be used; the message names it and what would be right. A job that fails with it is not restarted. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingException(String message) {
        super(message);
    }
}

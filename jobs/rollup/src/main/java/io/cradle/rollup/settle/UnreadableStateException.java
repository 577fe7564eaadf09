package io.cradle.rollup.settle;

import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/** State holds what this version cannot read. No restart would change that, so the job fails for good. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class UnreadableStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableStateException(String message, Throwable cause) {
        super(message, cause);
    }
}

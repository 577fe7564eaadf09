package io.cradle.core;

import java.util.Objects;

/**
 * Why a record is not used.
 *
 * @param reason one of the closed list
 * @param detail what, where, and what would be right
 */
public record Rejection(RejectReason reason, String detail) {
    public Rejection {
        Objects.requireNonNull(reason);
        Objects.requireNonNull(detail);
    }
}

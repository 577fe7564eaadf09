package io.cradle.core.network;

import io.cradle.core.Rejection;

/** What became of a change. */
public sealed interface Outcome {
    Change change();

    /** It is a fact now. */
    record Accepted(Change change) implements Outcome {}

    /** It waits for its meter or product. */
    record Parked(Change change) implements Outcome {}

    /** It waited, and a later record took its place under its key. */
    record Superseded(Change change) implements Outcome {}

    /** It changes nothing. */
    record Rejected(Change change, Rejection rejection) implements Outcome {}
}

package io.cradle.cli.chaos;

import java.time.Duration;

/**
 * A fault that struck.
 *
 * @param at since the script began
 * @param recovery from the strike until the job ran and published what came after it; null where it did not in time
 */
record Struck(Fault fault, Duration at, Duration recovery) {}

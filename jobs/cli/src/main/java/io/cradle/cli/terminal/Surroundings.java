package io.cradle.cli.terminal;

import java.nio.file.Path;
import java.time.Clock;

/**
 * Everything that a command takes from outside.
 *
 * @param terminal where it prints
 * @param clock what time it is
 * @param stop whether somebody wants it to end
 * @param log the file that messages of libraries and unexpected failures go to
 */
public record Surroundings(Terminal terminal, Clock clock, StopSignal stop, Path log) {}

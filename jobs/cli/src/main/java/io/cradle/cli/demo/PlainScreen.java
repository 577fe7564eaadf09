package io.cradle.cli.demo;

import io.cradle.cli.terminal.Terminal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lines one below the other, for logs and pipes: a table every few seconds. */
final class PlainScreen implements Screen {
    private static final Duration BETWEEN_TABLES = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final Clock clock;
    private Instant lastTable;

    PlainScreen(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.lastTable = clock.instant();
    }

    @Override
    public void event(String sentence) {
        terminal.say("* " + sentence);
    }

    @Override
    public void show(List<String> table, String health) {
        Instant now = clock.instant();
        if (Duration.between(lastTable, now).compareTo(BETWEEN_TABLES) >= 0) {
            lastTable = now;
            terminal.say("");
            print(table);
            terminal.say(health);
        }
    }

    @Override
    public void print(List<String> lines) {
        lines.forEach(terminal::say);
    }
}

package io.cradle.cli.demo;

import io.cradle.cli.terminal.Terminal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One picture that is drawn over: the table, the health line and the last events. */
final class LiveScreen implements Screen {
    private static final String TOP = "\u001b[H";
    private static final String CLEAR_LINE_REST = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";
    private static final int EVENTS_SHOWN = 6;

    private final Terminal terminal;
    private final List<String> head;
    private final Deque<String> events = new ArrayDeque<>();

    /** @param head lines above the table */
    LiveScreen(Terminal terminal, List<String> head) {
        this.terminal = terminal;
        this.head = List.copyOf(head);
        terminal.out().print(TOP + CLEAR_BELOW);
    }

    @Override
    public void event(String sentence) {
        events.addLast(sentence);
        if (events.size() > EVENTS_SHOWN) {
            events.removeFirst();
        }
    }

    @Override
    public void show(List<String> table, String health) {
        StringBuilder picture = new StringBuilder(TOP);
        head.forEach(line -> add(picture, line));
        add(picture, "");
        table.forEach(line -> add(picture, line));
        add(picture, "");
        add(picture, health);
        events.forEach(line -> add(picture, "* " + line));
        terminal.out().print(picture.append(CLEAR_BELOW));
        terminal.out().flush();
    }

    @Override
    public void print(List<String> lines) {
        lines.forEach(terminal::say);
    }

    private static void add(StringBuilder picture, String line) {
        picture.append(line).append(CLEAR_LINE_REST).append('\n');
    }
}

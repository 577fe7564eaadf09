package io.cradle.cli.demo;

import io.cradle.cli.CommandException;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.kafka.OutputReader;
import io.cradle.connectors.kafka.RecordPublisher;
import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.RecordKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** One performance of the demonstration. */
final class Demonstration {
    /** The product that everything else goes into. */
    static final String END_PRODUCT = "car";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long SEED = 20_240_131;
    private static final double HISTORY_SHARE = 0.6;
    private static final Duration HISTORY_WITHOUT_END = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CATCH_UP_MOST = Duration.ofSeconds(20);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final DemoOptions options;
    private final Surroundings surroundings;
    private final PlantCalendar calendar = new PlantCalendar(ZONE);
    private final List<String> products = products();
    private final Board board = new Board();

    Demonstration(DemoOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    /** Plays it to its end; whether footprints of the end product were published, or the user ended it before. */
    boolean play() {
        surroundings.terminal().say("starting a broker and the job …");
        try (Stage stage = Stage.set(settings(), options.port(), options.webPort());
                OutputReader reader = OutputReader.fromBeginning(
                        stage.access(),
                        stage.schemas(),
                        List.of(
                                OutputTopic.PRODUCT_FOOTPRINTS,
                                OutputTopic.NETWORK_REVISIONS,
                                OutputTopic.REJECTED_RECORDS));
                RecordPublisher publisher = RecordPublisher.open(stage.access(), stage.schemas())) {
            Screen screen = screen(stage);
            Scenario scenario = new Scenario(surroundings.clock().instant(), calendar, SEED);
            Instant began = surroundings.clock().instant();
            long sent;
            try (Feed feed = Feed.start(scenario, publisher, surroundings.clock(), historyTakes())) {
                watch(stage, reader, feed, screen, began);
                sent = feed.sent();
            }
            Duration took = Duration.between(began, surroundings.clock().instant());
            screen.print(DemoSummary.lines(board, products, period(), sent, took));
        }
        return board.hasFigures(END_PRODUCT) || options.length() == null;
    }

    private void watch(Stage stage, OutputReader reader, Feed feed, Screen screen, Instant began) {
        TableText table = new TableText(products, ZONE);
        Throughput throughput = new Throughput(surroundings.clock());
        while (!isOver(feed, began) && !surroundings.stop().isGiven()) {
            reader.poll(POLL).forEach(board::take);
            feed.requireHealthy();
            if (stage.job().awaitEnd(AT_ONCE)) {
                throw new CommandException("the job has ended by itself: details are in " + surroundings.log());
            }
            feed.newRemarks().forEach(screen::event);
            board.newRejections().forEach(screen::event);
            Health health = new Health(
                    feed.sent(),
                    throughput.perSecond(feed.sent()),
                    board.rejectedCount(),
                    Health.lag(surroundings.clock().instant(), feed.lastSent(), board.latestAsOf()));
            screen.show(table.lines(board, period()), health.line());
        }
    }

    /** The time is over, and what was sent has come out again, unless that takes too long. */
    private boolean isOver(Feed feed, Instant began) {
        if (options.length() == null) {
            return false;
        }
        Instant now = surroundings.clock().instant();
        Instant end = began.plus(options.length());
        boolean settled = !board.latestAsOf().isBefore(feed.lastSent());
        return now.isAfter(end) && (settled || now.isAfter(end.plus(CATCH_UP_MOST)));
    }

    private Screen screen(Stage stage) {
        String where = "Kafka at " + stage.access().bootstrapServers() + ", Flink's page at " + stage.webAddress();
        String how = options.length() == null ? "Ctrl-C ends it." : "It ends by itself; Ctrl-C ends it before.";
        List<String> head = List.of("Cradle demonstration: from coal mine to car. " + how, where);
        if (options.headless() || !surroundings.terminal().interactive()) {
            head.forEach(surroundings.terminal()::say);
            return new PlainScreen(surroundings.terminal(), surroundings.clock());
        }
        return new LiveScreen(surroundings.terminal(), head);
    }

    private Settings settings() {
        return Settings.of(Map.of(
                Options.ZONE.key(),
                ZONE.getId(),
                Options.PARKING.key(),
                parking().toMillis() + " ms"));
    }

    /** Short, so that the reading of an unknown meter is rejected before the curtain falls. */
    private Duration parking() {
        Duration sixth = length().dividedBy(6);
        Duration most = Duration.ofSeconds(10);
        return sixth.compareTo(most) < 0 ? sixth : most;
    }

    private Duration historyTakes() {
        return Duration.ofMillis((long) (length().toMillis() * HISTORY_SHARE));
    }

    private Duration length() {
        return options.length() == null
                ? Duration.ofMillis((long) (HISTORY_WITHOUT_END.toMillis() / HISTORY_SHARE))
                : options.length();
    }

    private String period() {
        return calendar.month(surroundings.clock().instant()).toString();
    }

    /** In the order of the bundled bills: from the mine down to the car. */
    private static List<String> products() {
        return ScenarioFiles.records().stream()
                .filter(record -> record.topic() == InputTopic.BILLS_OF_MATERIALS)
                .map(Demonstration::product)
                .toList();
    }

    private static String product(LogRecord record) {
        return RecordKey.split(new String(record.key(), StandardCharsets.UTF_8)).get(1);
    }
}

package io.cradle.rollup.config;

import io.cradle.core.activity.PeriodKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.flink.util.TimeUtils;

/** All settings of the job. {@code docs/settings.md} is generated from this list. */
public final class Options {
    /** How often a publication may reach a reader. */
    public enum Delivery {
        AT_LEAST_ONCE,
        EXACTLY_ONCE
    }

    /** Where keyed state lives. */
    public enum Backend {
        HEAP,
        ROCKSDB
    }

    public static final Setting<PeriodKind> PERIOD = series(
            "reporting.period",
            "month",
            "month, quarter or year",
            "Length of a reporting period.",
            text -> named(PeriodKind.class, text));
    public static final Setting<ZoneId> ZONE =
            series("reporting.zone", "UTC", "IANA time zone", "Zone in which days and periods are cut.", ZoneId::of);
    public static final Setting<Duration> GRACE = series(
            "reporting.grace",
            "15 d",
            "duration",
            "How long after its end a period stays open; then its figures are final.",
            Options::durationOrNone);
    public static final Setting<Integer> RETENTION_MONTHS = series(
            "reporting.retention-months",
            "36",
            "months",
            "How long after its end a period can be restated; then its records are rejected as period-closed.",
            Options::months);
    public static final Setting<String> FIXED_PERIOD = series(
            "reporting.fixed-period",
            "",
            "2024, 2024-Q1 or 2024-03",
            "The one period that is open for the whole run (bounded runs); empty: periods open and close by log time.",
            Options::label);
    public static final Setting<Duration> EPOCH = series(
            "epoch.length",
            "500 ms",
            "duration",
            "Log time is cut into epochs of this length; figures change at their ends.",
            Options::duration);
    public static final Setting<Double> MINIMUM_COVER = series(
            "process.minimum-cover",
            "0.1",
            "share 0-1",
            "Share of an open period that production must cover before a process is counted on it.",
            text -> share(Double.parseDouble(text)));
    public static final Setting<Duration> PARKING = series(
            "parking.time",
            "7 d",
            "duration of log time",
            "How long readings wait for their meter, and production for a bill of its product.",
            Options::duration);
    public static final Setting<Double> MAX_AMOUNT = series(
            "plausibility.max-amount",
            "1e9",
            "in the record's own unit",
            "Amounts of a larger magnitude are rejected as implausible-amount.",
            text -> positive(Double.parseDouble(text)));
    public static final Setting<Duration> MAX_INTERVAL = series(
            "plausibility.max-interval",
            "367 d",
            "duration of activity time",
            "Longer intervals are rejected as interval-too-long.",
            Options::duration);
    public static final Setting<Duration> FUTURE_TOLERANCE = series(
            "plausibility.future-tolerance",
            "1 h",
            "duration",
            "Activity that ends further after its log time is rejected as future-activity.",
            Options::duration);
    public static final Setting<String> BOOTSTRAP = plain(
            "kafka.bootstrap.servers",
            "127.0.0.1:9092",
            "host:port,…",
            "Kafka brokers. Any other kafka.* setting is passed to the Kafka clients without its prefix.",
            text -> text);
    public static final Setting<Boolean> ALLOW_PLAINTEXT = plain(
            "security.allow-plaintext",
            "false",
            "true or false",
            "Allows unencrypted connections to Kafka brokers that are not on this machine; for private networks only.",
            Options::bool);
    public static final Setting<String> GROUP = plain(
            "source.group-id", "cradle", "name", "Consumer group under which offsets are committed.", text -> text);
    public static final Setting<Duration> ALIGNMENT = plain(
            "source.alignment-drift",
            "1 min",
            "duration of log time",
            "How far one partition may be read ahead of another.",
            Options::duration);
    public static final Setting<Long> AUDIT_HORIZON_MS = plain(
            "topics.audit-horizon-ms",
            "-1",
            "ms, -1 unlimited",
            "Retention that input topics must have at least.",
            Long::parseLong);
    public static final Setting<Delivery> DELIVERY = plain(
            "delivery.guarantee",
            "at-least-once",
            "at-least-once or exactly-once",
            "Readers keep the largest asOf, so at-least-once suffices; exactly-once uses Kafka transactions.",
            text -> named(Delivery.class, text));
    public static final Setting<String> TRANSACTIONAL_PREFIX = plain(
            "delivery.transactional-id-prefix",
            "cradle",
            "name",
            "Prefix of transactional ids; unique per job on a cluster, and not the beginning of another job's.",
            text -> text);
    public static final Setting<Duration> TRANSACTION_TIMEOUT = plain(
            "delivery.transaction-timeout",
            "10 min",
            "duration",
            "How long an exactly-once transaction may stay open: longer than two checkpoints and a restart, and at most"
                    + " the brokers' transaction.max.timeout.ms.",
            Options::duration);
    public static final Setting<String> CHECKPOINT_DIRECTORY = plain(
            "checkpoint.directory",
            "",
            "URI",
            "Where checkpoints are kept; empty: where Flink's execution.checkpointing.dir says. A cluster needs one of"
                    + " them; commands that run Flink themselves keep them in a temporary directory.",
            text -> text);
    public static final Setting<Duration> CHECKPOINT_INTERVAL =
            plain("checkpoint.interval", "10 s", "duration", "Time between checkpoints.", Options::duration);
    public static final Setting<Integer> CHECKPOINTS_RETAINED = plain(
            "checkpoint.retained",
            "3",
            "count",
            "Checkpoints kept, also after the job was cancelled.",
            text -> positive(Integer.parseInt(text)));
    public static final Setting<Backend> BACKEND = plain(
            "state.backend", "heap", "heap or rocksdb", "Where keyed state lives.", text -> named(Backend.class, text));
    public static final Setting<Long> CACHE_BYTES = plain(
            "cache.compiled-networks-bytes",
            "2000000000",
            "bytes per subtask",
            "Budget for compiled networks; the least recently settled are compiled again when needed.",
            text -> positive(Long.parseLong(text)));
    public static final Setting<Integer> PARALLELISM = plain(
            "parallelism",
            "2",
            "subtasks",
            "Parallelism of the job; not more than the partitions of an input topic.",
            text -> positive(Integer.parseInt(text)));
    public static final Setting<Optional<Path>> GRADING_SCHEME = plain(
            "grading.scheme",
            "",
            "file",
            "Grades of products by category, read where the job is started (docs/grading.md); empty: no grades.",
            Options::file);
    public static final Setting<Optional<Path>> GRADING_CATEGORIES = plain(
            "grading.categories",
            "",
            "file",
            "Categories of products, and what their owner declares of them; empty: none.",
            Options::file);
    public static final Setting<Boolean> REBASE = plain(
            "series.rebase",
            "false",
            "true or false",
            "Allows restoring with other series settings: a new series id begins and everything is published anew.",
            Options::bool);

    /** Long enough for any period, short enough that sums of times never overflow. */
    private static final Duration LONGEST = Duration.ofDays(4_000_000);

    /** A thousand years. */
    private static final int MOST_MONTHS = 12_000;

    private Options() {}

    /** Every setting, in the order of the reference table. */
    public static List<Setting<?>> all() {
        return List.of(
                PERIOD,
                ZONE,
                GRACE,
                RETENTION_MONTHS,
                FIXED_PERIOD,
                EPOCH,
                MINIMUM_COVER,
                PARKING,
                MAX_AMOUNT,
                MAX_INTERVAL,
                FUTURE_TOLERANCE,
                BOOTSTRAP,
                ALLOW_PLAINTEXT,
                GROUP,
                ALIGNMENT,
                AUDIT_HORIZON_MS,
                DELIVERY,
                TRANSACTIONAL_PREFIX,
                TRANSACTION_TIMEOUT,
                CHECKPOINT_DIRECTORY,
                CHECKPOINT_INTERVAL,
                CHECKPOINTS_RETAINED,
                BACKEND,
                CACHE_BYTES,
                PARALLELISM,
                GRADING_SCHEME,
                GRADING_CATEGORIES,
                REBASE);
    }

    private static <T> Setting<T> plain(
            String key, String defaultText, String unit, String description, Function<String, T> parser) {
        return new Setting<>(key, defaultText, unit, description, false, parser);
    }

    private static <T> Setting<T> series(
            String key, String defaultText, String unit, String description, Function<String, T> parser) {
        return new Setting<>(key, defaultText, unit, description, true, parser);
    }

    private static Duration duration(String text) {
        Duration duration = TimeUtils.parseDuration(text);
        if (duration.toMillis() < 1 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "must be at least 1 ms and at most " + LONGEST.toDays() + " d, such as 500 ms, 15 d");
        }
        return duration;
    }

    private static Duration durationOrNone(String text) {
        Duration duration = TimeUtils.parseDuration(text);
        return duration.isZero() ? duration : duration(text);
    }

    private static int months(String text) {
        int months = positive(Integer.parseInt(text));
        if (months > MOST_MONTHS) {
            throw new IllegalArgumentException("must be at most " + MOST_MONTHS);
        }
        return months;
    }

    private static String label(String text) {
        if (!text.isEmpty()) {
            PeriodKind.firstDay(text);
        }
        return text;
    }

    private static Optional<Path> file(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    }

    private static boolean bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("must be true or false");
        }
        return Boolean.parseBoolean(text);
    }

    private static <N extends Number> N positive(N number) {
        if (!(number.doubleValue() > 0) || Double.isInfinite(number.doubleValue())) {
            throw new IllegalArgumentException("must be a number of more than 0");
        }
        return number;
    }

    private static double share(double number) {
        if (!(number >= 0 && number <= 1)) {
            throw new IllegalArgumentException("must be within 0 and 1");
        }
        return number;
    }

    private static <E extends Enum<E>> E named(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such choice"));
    }
}

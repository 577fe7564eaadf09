package io.cradle.rollup.golden;

import io.cradle.rollup.config.Options;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.harness.LogRecords;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.LogBuilder;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.generate.Records;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PeriodKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a golden savepoint is recorded from, and what happens after it: every kind of record and of state, on days on
 * which January and February are final, March is closing and April open.
 */
final class Scenario {
    static final Instant RECORDED_FROM = Instant.parse("2024-04-05T10:00:00Z");

    /** March closes in between; what was parked still waits. */
    static final Instant RESTORED_FROM = Instant.parse("2024-04-13T10:00:00Z");

    /** From the restore on, until nothing parked waits any more. */
    static final Duration UNTIL_PARKING_ENDS = Duration.ofDays(4);

    /** Epochs so long that a savepoint can surely be taken between the records of one and its end. */
    static final OracleSettings ORACLE = OracleSettings.defaults()
            .withPeriods(PeriodKind.MONTH, ZoneId.of("Asia/Shanghai"), Duration.ofDays(10), 36)
            .withEpochs(4_000, Duration.ofDays(11));

    static final int PARALLELISM = 2;
    static final List<String> NETWORKS = List.of("n0", "n1", "n2");

    private static final int AWAITING = 24;
    private static final List<LogEntry> LOG = generated(21);

    private Scenario() {}

    /** How the job runs; checkpoints come often, so that progress shows in the offsets that they commit. */
    static Settings settings() {
        return LogRecords.settings(ORACLE).with(Options.CHECKPOINT_INTERVAL, "250 ms");
    }

    /** The first half of what is settled before the savepoint; the second corrects it. */
    static List<LogEntry> first() {
        return LOG.subList(0, (LOG.size() - AWAITING) / 2);
    }

    static List<LogEntry> second() {
        LogBuilder more = new LogBuilder(1);
        for (String network : NETWORKS) {
            more.put(Records.bill(network, "probe", "kg", "2024-01-01", Records.line("flow", "probe", "1", "kg")));
            more.put(Records.reading(network, "late", "2024-03-05T00:00:00Z", "2024-03-06T00:00:00Z", "7"));
            more.put(Records.reading(network, "never", "2024-03-05T00:00:00Z", "2024-03-06T00:00:00Z", "7"));
            more.put(Records.production(
                    network, "late", "kiln", "late", "2024-03-01T00:00:00Z", "2024-04-01T00:00:00Z", "10", "kg"));
        }
        more.put(Records.factor("probe", "supply", "2024-01-01", "kg", "1"));
        return joined(LOG.subList((LOG.size() - AWAITING) / 2, LOG.size() - AWAITING), more.entries());
    }

    /** What the savepoint finds read and not yet settled. */
    static List<LogEntry> awaiting() {
        LogBuilder more = new LogBuilder(1);
        more.put(Records.factor("probe", "supply", "2024-01-01", "kg", "2"));
        more.put(Records.factor("probe", "supply", "2024-03-01", "kg", "3"));
        return joined(LOG.subList(LOG.size() - AWAITING, LOG.size()), more.entries());
    }

    /** What comes after the restore: definitions that were waited for, a factor of old, and another 150 changes. */
    static List<LogEntry> after() {
        LogBuilder more = new LogBuilder(1);
        for (String network : NETWORKS) {
            more.put(Records.meter(network, "late", "kiln", "probe", "kg"));
            more.put(Records.bill(network, "late", "kg", "2024-01-01", Records.line("flow", "probe", "2", "kg")));
        }
        more.delete(InputTopic.BILLS_OF_MATERIALS, NETWORKS.get(0), "probe", "2024-01-01");
        more.put(Records.factor("probe", "supply", "2024-04-01", "kg", "4"));
        return joined(more.entries(), generated(22));
    }

    private static List<LogEntry> generated(long seed) {
        return NetworkGenerator.generate(
                seed,
                GeneratorOptions.everything().size(NETWORKS.size(), 8, 3, 150).lasting(Duration.ofDays(70)));
    }

    private static List<LogEntry> joined(List<LogEntry> some, List<LogEntry> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}

package io.cradle.cli.bench.freshness;

import io.cradle.cli.CommandException;
import io.cradle.cli.bench.Progress;
import io.cradle.cli.bench.load.SettledLoad;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.RecordPublisher;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Loads the network, lets the readings flow while somebody reads the figures, and matches the two. */
final class Freshness {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final double MILLIS = 1e3;

    private final FreshnessSettings settings;
    private final Surroundings surroundings;
    private final KafkaAccess access;
    private final Progress progress;
    private final AppendTimes appended;

    Freshness(FreshnessSettings settings, Surroundings surroundings, KafkaAccess access, Progress progress) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.access = access.answeringWithin(PATIENCE);
        this.progress = progress;
        this.appended = new AppendTimes(settings.metered(), settings.epochMs());
    }

    Measurement measure() {
        MeteredNetwork network = new MeteredNetwork(
                settings, YearMonth.from(surroundings.clock().instant().atZone(ZoneOffset.UTC)));
        try (TopicSchemas schemas = new TopicSchemas(access);
                RecordPublisher publisher = RecordPublisher.open(access, schemas)) {
            progress.next(String.format("settling %,d products", settings.products()));
            double loadSeconds =
                    new SettledLoad(access, schemas, surroundings.stop()).run(publisher, network::definitions);
            try (Dashboard dashboard = Dashboard.open(access, schemas, surroundings.clock(), settings.changed())) {
                MachineUse.Use use = stream(network, publisher);
                progress.next("waiting for the last figures");
                double lagSeconds = awaitFigures(dashboard);
                return new Measurement(loadSeconds, match(dashboard), appended.readingsPerSecond(), lagSeconds, use);
            }
        }
    }

    private MachineUse.Use stream(MeteredNetwork network, RecordPublisher publisher) {
        progress.next(String.format(
                "appending %,d readings a second for %d s",
                settings.rate(), settings.warmUpSeconds() + settings.seconds()));
        MachineUse use = MachineUse.begin();
        new ReadingStream(settings, network, appended).run(publisher, surroundings.stop(), use::sample);
        return use.end();
    }

    /** Seconds from the last reading until every figure is there, or none has come for a while. */
    private double awaitFigures(Dashboard dashboard) {
        // Both products of a pair.
        long expected = 2 * appended.changes();
        while (dashboard.count() < expected) {
            if (surroundings.stop().await(LOOK_AGAIN)) {
                throw new CommandException("stopped before the end: there is no report");
            }
            long lastMs = Math.max(dashboard.newestMs(), appended.newestMs());
            if (surroundings.clock().millis() - lastMs > PATIENCE.toMillis()) {
                // What is missing is counted, and reported as a target that is missed.
                break;
            }
        }
        return (dashboard.newestMs() - appended.newestMs()) / MILLIS;
    }

    private Ages match(Dashboard dashboard) {
        long fromMs = appended.firstMs() + settings.warmUpSeconds() * 1_000L;
        return Ages.match(appended.wholeEpochs(fromMs, appended.newestMs()), dashboard.epochs());
    }
}

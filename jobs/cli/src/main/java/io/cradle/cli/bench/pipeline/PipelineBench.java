package io.cradle.cli.bench.pipeline;

import io.cradle.cli.bench.Bench;
import io.cradle.cli.bench.Progress;
import io.cradle.cli.bench.plot.Plot;
import io.cradle.cli.bench.report.Case;
import io.cradle.cli.bench.report.Report;
import io.cradle.cli.bench.report.Spread;
import io.cradle.cli.bench.report.Target;
import io.cradle.cli.job.TemporaryDirectory;
import io.cradle.rollup.config.Options;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** {@code bench pipeline}: for every number of networks a log is written, and the job settles it on every backend. */
final class PipelineBench implements Bench {
    private static final double MOST_STATE_BYTES = 40;
    private static final double MOST_PRODUCTS = 1_000;

    private final PipelineSettings settings;
    private final YearMonth month;
    private final List<Plot.Line> settledOverTime = new ArrayList<>();

    /** @param clock tells the month, which is open while the job runs */
    PipelineBench(PipelineSettings settings, Clock clock) {
        this.settings = settings;
        this.month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    }

    @Override
    public String name() {
        return "pipeline";
    }

    @Override
    public Map<String, Object> parameters() {
        return settings.named();
    }

    @Override
    public void measure(Report report, Progress progress) {
        for (int networks : settings.networks()) {
            try (TemporaryDirectory directory = TemporaryDirectory.create("cradle-bench");
                    BenchBroker broker = BenchBroker.start(directory.path(), progress)) {
                PipelineSetup any = settings.setup(networks, Options.Backend.HEAP);
                WrittenLog log = broker.write(any, new MeteredPlants(any, month, settings.seed()), progress);
                for (Options.Backend backend : settings.backends()) {
                    measure(settings.setup(networks, backend), broker, log, report, progress);
                }
            }
        }
    }

    private void measure(PipelineSetup setup, BenchBroker broker, WrittenLog log, Report report, Progress progress) {
        Case found = report.begin(setup.named());
        List<BareConsumer.Speed> bare = new ArrayList<>(broker.consumeTwice(progress));
        JobMeasurement job = broker.runJob(setup, log, progress);
        bare.addAll(broker.consumeTwice(progress));
        settledOverTime.add(job.curve(setup));

        double[] speeds =
                bare.stream().mapToDouble(BareConsumer.Speed::recordsPerSecond).toArray();
        double fastest = Collections.max(bare).recordsPerSecond();
        found.measured("consumer that only decodes", Spread.of(speeds), "records/s");
        found.measured(
                "consumer, per second of processor", Collections.max(bare).recordsPerProcessorSecond(), "records/s");
        found.measured("job, until all is settled", job.readingsPerSecond(), "readings/s");
        found.measured("job, per second of processor", job.readingsPerProcessorSecond(), "readings/s");
        found.measured("job / fastest consumer", job.readingsPerSecond() / fastest, "", setup.speed());
        found.measured(
                "state",
                (double) job.stateBytes() / (setup.readings() + setup.warmUp()),
                "B/reading",
                Target.atMost(MOST_STATE_BYTES));
        found.measured("epochs settled", job.epochs(), "");
        found.measured(
                "products changed in an epoch, most", job.mostProductsChanged(), "", Target.atMost(MOST_PRODUCTS));
        found.measured("garbage collection, all pauses", job.profile().pausedSeconds(), "s");
        for (Stage stage : Stage.values()) {
            found.measured("time: " + stage.label(), 100 * job.profile().share(stage), "%");
        }
    }

    @Override
    public List<Plot> plots(Report report) {
        return List.of(new Plot(
                "pipeline-settled", "Records settled since the job was started", "s", "records", settledOverTime));
    }
}

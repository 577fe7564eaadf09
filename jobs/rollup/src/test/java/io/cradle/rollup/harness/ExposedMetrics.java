package io.cradle.rollup.harness;

import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.DoubleStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.prometheus.AbstractPrometheusReporter;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** What jobs in this JVM would show to Prometheus, without a port: Flink's own reporter, read where it keeps its series. */
public final class ExposedMetrics implements MetricReporterFactory {
    private static final Queue<InMemory> OPEN = new ConcurrentLinkedQueue<>();

    /**
     * One value that Prometheus would scrape.
     *
     * @param labels as Prometheus would see them
     */
    public record Series(String name, Map<String, String> labels, double value) {}

    /** Configuration of a job that reports here. */
    public static Configuration configuration() {
        Configuration flink = new Configuration();
        flink.setString("metrics.reporters", "memory");
        flink.setString("metrics.reporter.memory.factory.class", ExposedMetrics.class.getName());
        return flink;
    }

    /** Everything that is reported now. */
    public static List<Series> now() {
        List<Series> series = new ArrayList<>();
        for (InMemory reporter : OPEN) {
            for (Collector.MetricFamilySamples family :
                    Collections.list(reporter.series().metricFamilySamples())) {
                family.samples.forEach(sample -> series.add(of(sample)));
            }
        }
        return series;
    }

    /** The values of all series of a name. */
    public static DoubleStream values(String name) {
        return now().stream().filter(series -> series.name().equals(name)).mapToDouble(Series::value);
    }

    private static Series of(Collector.MetricFamilySamples.Sample sample) {
        Map<String, String> labels = new HashMap<>();
        for (int i = 0; i < sample.labelNames.size(); i++) {
            labels.put(sample.labelNames.get(i), sample.labelValues.get(i));
        }
        return new Series(sample.name, labels, sample.value);
    }

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        InMemory reporter = new InMemory();
        OPEN.add(reporter);
        return reporter;
    }

    private static final class InMemory extends AbstractPrometheusReporter {
        /** The reporter keeps it for its own package. */
        CollectorRegistry series() {
            try {
                Field registry = AbstractPrometheusReporter.class.getDeclaredField("registry");
                registry.setAccessible(true);
                return (CollectorRegistry) registry.get(this);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            OPEN.remove(this);
            super.close();
        }
    }
}

package io.cradle.rollup.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.highavailability.JobResultStoreOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;

/** Every option that Flink's own classes declare, by key. */
final class FlinkOptions {
    private static final Pattern REPORTER = Pattern.compile("metrics\\.reporter\\.\\w+\\.(.+)");

    /** Read by the Prometheus reporter itself, without a declaration. */
    private static final String REPORTER_PORT = "port";

    private static final Map<String, ConfigOption<?>> KNOWN = known();

    private FlinkOptions() {}

    /** What is wrong with a configuration: keys that no option has, and values that do not parse; empty where nothing. */
    static List<String> complaints(Configuration configuration) {
        List<String> complaints = new ArrayList<>();
        for (String key : configuration.keySet()) {
            Optional<ConfigOption<?>> option = option(key);
            if (option.isEmpty()) {
                complaints.add("unknown to Flink: " + key);
            } else if (option.get().key().equals(key)) {
                try {
                    configuration.get(option.get());
                } catch (RuntimeException e) {
                    complaints.add(key + ": " + e.getMessage());
                }
            }
        }
        return complaints;
    }

    private static Optional<ConfigOption<?>> option(String key) {
        Matcher reporter = REPORTER.matcher(key);
        if (reporter.matches()) {
            String own = reporter.group(1);
            return own.equals(REPORTER_PORT)
                    ? Optional.of(MetricOptions.REPORTER_CONFIG_PARAMETER)
                    : Optional.ofNullable(KNOWN.get(own));
        }
        return Optional.ofNullable(KNOWN.get(key));
    }

    private static Map<String, ConfigOption<?>> known() {
        Map<String, ConfigOption<?>> known = new TreeMap<>();
        // One class of every jar that declares options.
        Stream.of(CoreOptions.class, JobResultStoreOptions.class, RocksDBOptions.class)
                .flatMap(FlinkOptions::classesBeside)
                .flatMap(FlinkOptions::declared)
                .forEach(option -> known.put(option.key(), option));
        if (!known.containsKey(TaskManagerOptions.NUM_TASK_SLOTS.key())) {
            throw new IllegalStateException("the options of Flink were not found");
        }
        return known;
    }

    private static Stream<Class<?>> classesBeside(Class<?> one) {
        Path jar =
                Path.of(one.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith("Options.class"))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .toList()
                    .stream()
                    .map(name -> load(name, one.getClassLoader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<ConfigOption<?>> declared(Class<?> options) {
        List<ConfigOption<?>> declared = new ArrayList<>();
        for (Field field : options.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == ConfigOption.class) {
                try {
                    declared.add((ConfigOption<?>) field.get(null));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return declared.stream();
    }
}

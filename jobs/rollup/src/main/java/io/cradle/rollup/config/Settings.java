package io.cradle.rollup.config;

import io.cradle.connectors.files.rows.NearestName;
import io.cradle.connectors.kafka.secure.SecretProperties;
import io.cradle.core.activity.ReportingCalendar;
import io.cradle.core.grade.Grading;
import io.cradle.core.network.NetworkSettings;
import io.cradle.rollup.grading.CheckedGrading;
import io.cradle.rollup.grading.GradingFiles;
import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.util.TimeUtils;

/**
 * The settings of one job: checked texts by key. Ships to the task managers, and is stored where they can be restarted
 * from, so it never holds a secret, only references to some.
 */
public final class Settings implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String KAFKA = "kafka.";

    /** What a job may need to run again after a failure, before its next checkpoint begins. */
    private static final Duration TIME_TO_RESTART = Duration.ofMinutes(1);

    /** As in {@code s3://user:password@bucket}. */
    private static final Pattern CREDENTIALS = Pattern.compile("://[^/@\\s]*:[^/@\\s]*@");

    private final TreeMap<String, String> texts;
    private final boolean clock;

    private Settings(Map<String, String> texts, boolean clock) {
        this.texts = new TreeMap<>(texts);
        this.clock = clock;
    }

    /**
     * Settings from texts by key.
     *
     * @throws SettingException for an unknown key (names the nearest), a value that does not parse, or a secret that is
     *     written out (the value is not repeated)
     */
    public static Settings of(Map<String, String> given) {
        TreeMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, String> entry : given.entrySet()) {
            requireKnown(entry.getKey());
            requireNoCredentials(entry.getKey(), entry.getValue());
            texts.put(entry.getKey(), entry.getValue().trim());
        }
        Settings settings = new Settings(texts, true);
        Options.all().forEach(settings::get);
        SecretProperties.writtenOut(settings.kafkaClient()).ifPresent(property -> {
            throw new SettingException("setting " + KAFKA + property + " is a secret that is written out, and settings"
                    + " travel with the job: write a reference, such as ${file:/run/secrets/cradle.properties:"
                    + property
                    + "}, ${directory:/run/secrets:NAME} or ${env:NAME}");
        });
        return settings;
    }

    /** Settings from a properties file. */
    public static Settings load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingException("settings file " + file + " cannot be read: " + e.getMessage());
        }
        return of(properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, properties::getProperty)));
    }

    /** The same with one more. */
    public Settings with(Setting<?> setting, String text) {
        TreeMap<String, String> more = new TreeMap<>(texts);
        more.put(setting.key(), text);
        Settings settings = new Settings(more, clock);
        settings.get(setting);
        return settings;
    }

    /** The same for input without log times: reasons that need a clock are off. */
    public Settings withoutClock() {
        return new Settings(texts, false);
    }

    public <T> T get(Setting<T> setting) {
        return setting.parse(texts.getOrDefault(setting.key(), setting.defaultText()));
    }

    /** Whether log times mean anything. */
    public boolean hasClock() {
        return clock;
    }

    /** Properties for Kafka clients. */
    public Map<String, String> kafkaClient() {
        Map<String, String> client = new TreeMap<>();
        texts.forEach((key, value) -> {
            if (key.startsWith(KAFKA)) {
                client.put(key.substring(KAFKA.length()), value);
            }
        });
        client.putIfAbsent("bootstrap.servers", get(Options.BOOTSTRAP));
        return client;
    }

    /**
     * How long an exactly-once transaction may stay open.
     *
     * @throws SettingException if it could expire before the checkpoint that commits it, which would lose its records
     */
    public Duration transactionTimeout() {
        Duration timeout = get(Options.TRANSACTION_TIMEOUT);
        Duration interval = get(Options.CHECKPOINT_INTERVAL);
        Duration least = interval.multipliedBy(2).plus(TIME_TO_RESTART);
        if (timeout.compareTo(least) < 0) {
            throw new SettingException("setting " + Options.TRANSACTION_TIMEOUT.key() + " is "
                    + TimeUtils.formatWithHighestUnit(timeout) + ", but with checkpoints every "
                    + TimeUtils.formatWithHighestUnit(interval)
                    + " a transaction can stay open for two of them and a restart: set it to "
                    + TimeUtils.formatWithHighestUnit(least) + " or more, or lower "
                    + Options.CHECKPOINT_INTERVAL.key());
        }
        return timeout;
    }

    public long epochMs() {
        return get(Options.EPOCH).toMillis();
    }

    public ReportingCalendar calendar() {
        String fixed = get(Options.FIXED_PERIOD);
        return fixed.isEmpty()
                ? ReportingCalendar.rolling(
                        get(Options.PERIOD),
                        get(Options.ZONE),
                        get(Options.GRACE).toMillis(),
                        get(Options.RETENTION_MONTHS))
                : ReportingCalendar.fixed(fixed, get(Options.ZONE));
    }

    public NetworkSettings network() {
        return new NetworkSettings(
                calendar(), get(Options.MINIMUM_COVER), get(Options.PARKING).toMillis());
    }

    /** The grading that the files of the settings say; a SettingException names what is wrong with them. */
    public Grading grading() {
        CheckedGrading checked = GradingFiles.read(
                get(Options.GRADING_SCHEME).orElse(null),
                get(Options.GRADING_CATEGORIES).orElse(null));
        if (!checked.isRight()) {
            throw new SettingException("settings " + Options.GRADING_SCHEME.key() + " and "
                    + Options.GRADING_CATEGORIES.key() + ": " + checked.faultsInBrief());
        }
        return checked.grading();
    }

    /** The settings that decide the figures, by value (15 d and 360 h are the same), as they are stored in state. */
    public String series() {
        return Options.all().stream()
                .filter(Setting::definesSeries)
                .map(setting -> setting.key() + "=" + get(setting))
                .collect(Collectors.joining(";"));
    }

    /** A short name of the series, printed on every record. */
    public String seriesId() {
        return String.format("%08x", series().hashCode());
    }

    private static void requireNoCredentials(String key, String text) {
        if (CREDENTIALS.matcher(text).find()) {
            throw new SettingException(
                    "setting " + key + " is an address with a password in it, and settings travel with"
                            + " the job: give the password to the file system in Flink's configuration instead");
        }
    }

    private static void requireKnown(String key) {
        if (key.startsWith(KAFKA)
                || Options.all().stream().anyMatch(setting -> setting.key().equals(key))) {
            return;
        }
        String nearest =
                NearestName.of(key, Options.all().stream().map(Setting::key).toList());
        throw new SettingException("unknown setting '" + key + "'; did you mean '" + nearest + "'?");
    }
}

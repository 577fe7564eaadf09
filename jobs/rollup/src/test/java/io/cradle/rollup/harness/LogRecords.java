package io.cradle.rollup.harness;

import io.cradle.rollup.config.Settings;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Logs and settings of the testkit as the job takes them. */
public final class LogRecords {
    private LogRecords() {}

    public static List<LogRecord> of(List<LogEntry> log) {
        return of(log, SchemaCatalog.bundled());
    }

    /** The same with the ids of some catalog. */
    public static List<LogRecord> of(List<LogEntry> log, SchemaCatalog catalog) {
        WireFormat wire = new WireFormat(catalog);
        return log.stream()
                .map(entry -> LogRecord.of(
                        entry.topic(),
                        entry.partition(),
                        entry.offset(),
                        entry.logTimeMs(),
                        entry.key() == null ? null : RecordKey.bytes(entry.key()),
                        entry.value() == null ? null : wire.encode(entry.topic().topicName(), entry.value())))
                .toList();
    }

    public static Settings settings(OracleSettings oracle) {
        Map<String, String> texts = new HashMap<>();
        texts.put("reporting.period", oracle.periodKind().name().toLowerCase(Locale.ROOT));
        oracle.fixedPeriod().ifPresent(period -> texts.put("reporting.fixed-period", period));
        texts.put("reporting.zone", oracle.zone().getId());
        texts.put("reporting.grace", oracle.grace().toMillis() + " ms");
        texts.put("reporting.retention-months", Integer.toString(oracle.retentionMonths()));
        texts.put("epoch.length", oracle.epochMs() + " ms");
        texts.put("process.minimum-cover", Double.toString(oracle.minimumCover()));
        texts.put("parking.time", oracle.parking().toMillis() + " ms");
        texts.put("plausibility.future-tolerance", oracle.futureTolerance().toMillis() + " ms");
        texts.put("plausibility.max-amount", oracle.maxAmount().toPlainString());
        texts.put("plausibility.max-interval", oracle.maxInterval().toMillis() + " ms");
        Settings settings = Settings.of(texts);
        return oracle.clock() ? settings : settings.withoutClock();
    }
}

package io.cradle.cli.audit;

import io.cradle.cli.CommandException;
import io.cradle.cli.log.NetworkLog;
import io.cradle.cli.terminal.StatusLine;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.rollup.config.Settings;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.testkit.oracle.CheckReport;
import io.cradle.testkit.oracle.DecodedLog;
import io.cradle.testkit.oracle.InForceCheck;
import io.cradle.testkit.oracle.LogDecoder;
import io.cradle.testkit.oracle.LoopTooLargeException;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PublicationCheck;
import java.util.List;

/** One audit: what was published, the log that it must follow from, and how the two compare. */
final class Audit {
    private final KafkaAccess access;
    private final SchemaCatalog schemas;
    private final Settings settings;
    private final AuditScope scope;
    private final boolean every;
    private final StatusLine status;

    /** @param every whether each publication is judged at its own asOf, not only those in force at the end */
    Audit(
            KafkaAccess access,
            SchemaCatalog schemas,
            Settings settings,
            AuditScope scope,
            boolean every,
            StatusLine status) {
        this.access = access;
        this.schemas = schemas;
        this.settings = settings;
        this.scope = scope;
        this.every = every;
        this.status = status;
    }

    /**
     * Compares what was published up to the end of an epoch.
     *
     * @throws CommandException if there is nothing to compare, or it cannot be computed
     */
    AuditResult upTo(PublishedHistory history, long asOfMs) {
        SeriesCheck.requireSame(settings, scope, history.upTo(asOfMs), every);
        LogDecoder decoder = new LogDecoder(schemas);
        NetworkLog log = NetworkLog.read(access, scope.network(), asOfMs, status, decoder::add);
        DecodedLog decoded = decoder.log();
        log.requireNetwork();
        KnownNames.requireProduct(scope, decoded.entries());
        // Epochs and their records reach the topics one after the other: what is read last is the most complete.
        history.readToEnd(status);
        status.draw("computing from scratch");
        CheckReport report = compare(history.upTo(asOfMs), decoded, asOfMs);
        while (!report.ok() && history.readToEnd(status)) {
            report = compare(history.upTo(asOfMs), decoded, asOfMs);
        }
        if (report.ok() && report.compared() == 0) {
            throw KnownNames.noFootprints(scope, history.upTo(asOfMs));
        }
        return new AuditResult(scope, every, asOfMs, report, log, decoded, history, oracle());
    }

    private CheckReport compare(List<ProductFootprint> published, DecodedLog log, long asOfMs) {
        try {
            return every
                    ? PublicationCheck.compare(published, log.entries(), oracle(), asOfMs)
                            .about(scope.selection()::matches)
                    : InForceCheck.compare(published, log.entries(), oracle(), asOfMs, scope.selection());
        } catch (LoopTooLargeException e) {
            throw new CommandException(scope + " cannot be audited: " + e.getMessage(), e);
        }
    }

    private OracleSettings oracle() {
        return SeriesSettings.of(settings);
    }
}

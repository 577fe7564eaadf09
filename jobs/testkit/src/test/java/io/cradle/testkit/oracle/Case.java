package io.cradle.testkit.oracle;

import io.cradle.testkit.generate.LogBuilder;
import org.apache.avro.specific.SpecificRecord;

/** A small log of one network "n" and what the oracle says of it; months in UTC unless told. */
final class Case {
    static final String NETWORK = "n";

    private final OracleSettings settings;
    private final LogBuilder log = new LogBuilder(2);

    Case() {
        this(OracleSettings.defaults());
    }

    Case(OracleSettings settings) {
        this.settings = settings;
        log.at("2024-01-15T00:00:00Z");
    }

    LogBuilder log() {
        return log;
    }

    Case put(SpecificRecord... records) {
        log.put(records);
        return this;
    }

    Case at(String instant) {
        log.at(instant);
        return this;
    }

    OracleResult asOf(String instant) {
        long timeMs = java.time.Instant.parse(instant).toEpochMilli();
        return NaiveOracle.at(settings, log.entries(), settings.epochEnd(timeMs));
    }

    /** The footprint of a product in a month, as of an instant. */
    OracleFootprint footprint(String product, String period, String instant) {
        return asOf(instant).footprint(NETWORK, product, period);
    }
}

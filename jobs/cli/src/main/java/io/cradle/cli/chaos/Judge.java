package io.cradle.cli.chaos;

import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.testkit.oracle.CheckReport;
import io.cradle.testkit.oracle.DecodedLog;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PublicationCheck;
import io.cradle.testkit.oracle.RecordFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiConsumer;

/**
 * Compares everything that was seen with the oracle, network by network: a network's figures depend on its own records
 * and the factors alone.
 */
final class Judge {
    private final DecodedLog log;
    private final OracleSettings settings;
    private final Seen seen;
    private final long settledUpToMs;
    private final SchemaCatalog catalog;

    /** {@code catalog} knows the ids with which values are framed. */
    Judge(Evidence evidence, SchemaCatalog catalog) {
        this.log = evidence.log();
        this.settings = evidence.settings();
        this.seen = evidence.seen();
        this.settledUpToMs = evidence.settledUpToMs();
        this.catalog = catalog;
    }

    /** Judges; {@code progress} is told how many networks are done, of how many. */
    Verdicts judge(BiConsumer<Integer, Integer> progress) {
        Map<String, List<LogEntry>> logs = logsByNetwork();
        Set<String> networks = new TreeSet<>(logs.keySet());
        networks.addAll(seen.footprints().keySet());
        Map<String, CheckReport> reports = new ConcurrentSkipListMap<>();
        ForkJoinPool pool = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
        try {
            pool.submit(() -> networks.parallelStream().forEach(network -> {
                        reports.put(network, judge(network, logs.getOrDefault(network, List.of())));
                        progress.accept(reports.size(), networks.size());
                    }))
                    .join();
        } finally {
            pool.shutdown();
        }
        return new Verdicts(new TreeMap<>(reports), rejections(reports));
    }

    private CheckReport judge(String network, List<LogEntry> ofNetwork) {
        return PublicationCheck.compare(decoded(seen.footprintsOf(network)), ofNetwork, settings, settledUpToMs);
    }

    /** The records of each network, with those of all factors. */
    Map<String, List<LogEntry>> logsByNetwork() {
        List<LogEntry> factors = new ArrayList<>();
        Map<String, List<LogEntry>> own = new TreeMap<>();
        for (LogEntry entry : log.entries()) {
            if (entry.topic() == InputTopic.EMISSION_FACTORS) {
                factors.add(entry);
            } else {
                own.computeIfAbsent(RecordKey.split(entry.key()).get(0), network -> new ArrayList<>())
                        .add(entry);
            }
        }
        own.values().forEach(entries -> entries.addAll(factors));
        return own;
    }

    private List<ProductFootprint> decoded(List<byte[]> values) {
        FootprintDecoder decoder = new FootprintDecoder(catalog);
        return values.stream().map(decoder::decode).toList();
    }

    /** What is said of refused records, where it is not what the oracle says; one sentence each. */
    private List<String> rejections(Map<String, CheckReport> reports) {
        Map<String, Set<String>> expected = new TreeMap<>();
        log.rejected().forEach((position, reason) -> expected.put(position, Set.of(reason.label())));
        for (CheckReport report : reports.values()) {
            report.rejected().forEach((position, reason) -> expected.put(position, Set.of(reason.label())));
        }
        List<String> differences = new ArrayList<>();
        Set<String> positions = new TreeSet<>(expected.keySet());
        positions.addAll(seen.rejections().keySet());
        for (String position : positions) {
            Set<String> should = expected.getOrDefault(position, Set.of());
            Set<String> is = seen.rejections().getOrDefault(position, Set.of());
            if (!should.equals(is) && !isAnotherFaultOf(position, should, is)) {
                differences.add("record " + position + " is rejected for " + is + ", should be for " + should);
            }
        }
        return differences;
    }

    /** A record with several faults gets one of their reasons. */
    private boolean isAnotherFaultOf(String position, Set<String> should, Set<String> is) {
        return should.size() == 1
                && is.size() == 1
                && log.entries().stream()
                        .filter(entry -> entry.position().equals(position))
                        .flatMap(entry -> RecordFaults.of(entry, settings).stream())
                        .anyMatch(fault -> is.contains(fault.label()));
    }
}

package io.cradle.testkit.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.NaiveOracle;
import io.cradle.testkit.oracle.OracleFootprint;
import io.cradle.testkit.oracle.OracleReplay;
import io.cradle.testkit.oracle.OracleResult;
import io.cradle.testkit.oracle.OracleSettings;
import io.cradle.testkit.oracle.PeriodKind;
import io.cradle.testkit.oracle.Reason;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NetworkGeneratorTest {
    private static final OracleSettings SHORT_LIVES = OracleSettings.defaults()
            .withPeriods(PeriodKind.MONTH, ZoneOffset.UTC, Duration.ofDays(2), 2)
            .withEpochs(500, Duration.ofDays(1));

    @Test
    void sameSeedSameLog() {
        GeneratorOptions options = GeneratorOptions.everything();
        assertEquals(NetworkGenerator.generate(1, options), NetworkGenerator.generate(1, options));
        assertNotEquals(NetworkGenerator.generate(1, options), NetworkGenerator.generate(2, options));
    }

    @Test
    void framedLikeALog() {
        List<LogEntry> log = NetworkGenerator.generate(5, GeneratorOptions.everything());
        Map<String, Long> offsets = new HashMap<>();
        Map<String, Integer> partitions = new HashMap<>();
        long before = 0;
        for (LogEntry entry : log) {
            String partition = entry.topic() + "/" + entry.partition();
            assertEquals(offsets.merge(partition, 1L, Long::sum) - 1, entry.offset());
            String key = entry.topic() + " " + entry.key();
            assertEquals(partitions.computeIfAbsent(key, k -> entry.partition()), entry.partition());
            assertTrue(entry.logTimeMs() >= before, "log time runs forward");
            before = entry.logTimeMs();
        }
        assertEquals(3, new TreeSet<>(partitions.values()).size());
        Set<Long> epochs = log.stream()
                .map(entry -> SHORT_LIVES.epochEnd(entry.logTimeMs()))
                .collect(Collectors.toSet());
        assertTrue(epochs.size() > 30 && epochs.size() < log.size() / 2, "several records per epoch: " + epochs.size());
    }

    /** Every reason that a decoded record can be refused for occurs. */
    @Test
    void everyReasonOccurs() {
        Set<Reason> expected = EnumSet.allOf(Reason.class);
        // A decoded record has a schema.
        expected.remove(Reason.UNKNOWN_SCHEMA);
        Set<Reason> seen = EnumSet.noneOf(Reason.class);
        for (int seed = 0; seed < 6; seed++) {
            List<LogEntry> log = NetworkGenerator.generate(
                    seed, GeneratorOptions.everything().size(2, 6, 3, 400));
            seen.addAll(last(log).rejected().values());
        }
        assertEquals(expected, seen);
    }

    private static OracleResult last(List<LogEntry> log) {
        return NaiveOracle.at(SHORT_LIVES, log, new OracleReplay(SHORT_LIVES).lastEpochMs(log));
    }

    /** Everything that a footprint can be occurs. */
    @Test
    void everyOutcomeOccurs() {
        Set<String> seen = new TreeSet<>();
        for (int seed = 0; seed < 4; seed++) {
            List<LogEntry> log = NetworkGenerator.generate(seed, GeneratorOptions.everything());
            OracleReplay replay = new OracleReplay(SHORT_LIVES);
            for (OracleReplay.Publication publication : replay.publications(log, replay.lastEpochMs(log))) {
                seen.add(publication.status());
                publication.footprint().ifPresent(footprint -> note(seen, footprint));
            }
        }
        assertEquals(
                new TreeSet<>(Set.of(
                        "provisional",
                        "final",
                        "restated",
                        "withdrawn",
                        "complete",
                        "incomplete",
                        "non-productive-loop",
                        "carried",
                        "credits",
                        "packaging",
                        "outbound_logistics",
                        "exempted_percent",
                        "biogenic_uptake",
                        "no-factor",
                        "no-production",
                        "no-purchase-weights",
                        "no-supplier-record",
                        "unit-dimension")),
                seen);
    }

    private static void note(Set<String> seen, OracleFootprint footprint) {
        seen.add(footprint.result());
        footprint.unresolved().forEach(text -> seen.add(text.substring(text.indexOf(": ") + 2)));
        for (String field :
                List.of("credits", "packaging", "outbound_logistics", "exempted_percent", "biogenic_uptake")) {
            if (footprint.figures().getOrDefault(field, 0.0) != 0) {
                seen.add(field);
            }
        }
        if (footprint.figures().getOrDefault("carried_forward", 0.0) > 0) {
            seen.add("carried");
        }
    }

    @Test
    void featuresCanBeLeftOut() {
        List<LogEntry> bare =
                NetworkGenerator.generate(4, GeneratorOptions.everything().only());
        assertEquals(
                Set.of("bills-of-materials", "emission-factors"),
                bare.stream().map(entry -> entry.topic().topicName()).collect(Collectors.toSet()));
        List<LogEntry> clean = NetworkGenerator.generate(
                4, GeneratorOptions.everything().without(Feature.DIRTY, Feature.INSTRUMENTS, Feature.DELETIONS));
        assertTrue(last(bare).rejected().isEmpty());
        Set<Reason> intake = EnumSet.range(Reason.UNDECODABLE, Reason.SELF_CONSUMING_UNIT);
        assertTrue(last(clean).rejected().values().stream().noneMatch(intake::contains));
    }
}

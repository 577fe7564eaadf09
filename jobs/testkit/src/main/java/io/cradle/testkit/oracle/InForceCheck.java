package io.cradle.testkit.oracle;

import io.cradle.schemas.ProductFootprint;
import io.cradle.testkit.oracle.CheckReport.Difference;
import io.cradle.testkit.oracle.CheckReport.Place;
import io.cradle.testkit.oracle.OracleFootprint.FootprintKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Judges what is in force at one time: of every product and period the last publication up to then. Most equal what the
 * oracle says for that time. Of one that does not, the oracle says whether it was right at its own asOf and whether
 * anything has moved since that had to be published: a movement up to 1e-9 may be suppressed.
 */
public final class InForceCheck {
    private final OracleSettings settings;
    private final List<LogEntry> log;
    private final long asOfMs;
    private final Selection selection;
    private final Map<FootprintKey, NavigableMap<Long, ProductFootprint>> published = new TreeMap<>();
    private final Map<FootprintKey, Difference> suspects = new TreeMap<>();
    private final List<Difference> wrong = new ArrayList<>();
    private final List<Place> missing = new ArrayList<>();
    private final List<Place> superfluous = new ArrayList<>();
    private final List<Difference> differing = new ArrayList<>();
    private OracleResult now;
    private int compared;

    /** Which footprints: those of a product, of a period, or both; all where neither is named. */
    public record Selection(Optional<String> product, Optional<String> period) {
        public boolean matches(FootprintKey key) {
            return product.map(key.product()::equals).orElse(true)
                    && period.map(key.period()::equals).orElse(true);
        }
    }

    private InForceCheck(OracleSettings settings, List<LogEntry> log, long asOfMs, Selection selection) {
        this.settings = settings;
        this.log = log;
        this.asOfMs = asOfMs;
        this.selection = selection;
    }

    /**
     * Compares what is in force with the oracle.
     *
     * @param published the records of product-footprints, in any order
     * @param log the records of the input log, of the networks in question and all factors
     * @param asOfMs end of an epoch; later publications are left out
     * @param selection the footprints to judge
     */
    public static CheckReport compare(
            List<ProductFootprint> published,
            List<LogEntry> log,
            OracleSettings settings,
            long asOfMs,
            Selection selection) {
        InForceCheck check = new InForceCheck(settings, log, asOfMs, selection);
        published.forEach(check::add);
        check.compareNow();
        check.judgeSuspects();
        return new CheckReport(check.compared, check.wrong, check.missing, check.superfluous, check.differing);
    }

    private void add(ProductFootprint footprint) {
        FootprintKey key = new FootprintKey(footprint.getNetwork(), footprint.getProduct(), footprint.getPeriod());
        long ofMs = footprint.getAsOf().toEpochMilli();
        if (ofMs <= asOfMs && selection.matches(key)) {
            ProductFootprint copy =
                    published.computeIfAbsent(key, k -> new TreeMap<>()).putIfAbsent(ofMs, footprint);
            if (copy != null) {
                PublishedFields.compareCopies(new Place(key, ofMs, copy.getStatus()), copy, footprint)
                        .ifPresent(differing::add);
            }
        }
    }

    private void compareNow() {
        Set<String> periods = selection.period().map(Set::of).orElse(Set.of());
        now = evaluations(List.of(asOfMs), periods).get(asOfMs);
        TreeSet<FootprintKey> keys = new TreeSet<>(published.keySet());
        now.footprints().keySet().stream().filter(selection::matches).forEach(keys::add);
        keys.forEach(this::compareNow);
    }

    private void compareNow(FootprintKey key) {
        Optional<OracleFootprint> expected =
                Optional.ofNullable(now.footprints().get(key));
        if (!published.containsKey(key)) {
            missing.add(new Place(key, asOfMs, status(key, expected.orElseThrow(), asOfMs)));
            return;
        }
        ProductFootprint latest = latest(key);
        boolean withdrawn = latest.getStatus().equals(PublicationState.WITHDRAWN);
        if (expected.isEmpty()) {
            if (!withdrawn && !dropped(latest)) {
                missing.add(new Place(key, asOfMs, PublicationState.WITHDRAWN));
            }
            return;
        }
        compared++;
        Place place = new Place(key, asOfMs, "published as of " + latest.getAsOf());
        PublishedFields.compare(place, due(key, expected.get(), asOfMs), latest).ifPresent(difference -> {
            if (withdrawn) {
                wrong.add(difference);
            } else {
                suspects.put(key, difference);
            }
        });
    }

    private ProductFootprint latest(FootprintKey key) {
        return published.get(key).lastEntry().getValue();
    }

    private boolean dropped(ProductFootprint footprint) {
        PeriodCalendar calendar = new PeriodCalendar(settings);
        return calendar.droppedAtMs(calendar.of(footprint.getPeriodStart().toEpochMilli())) <= asOfMs;
    }

    private void judgeSuspects() {
        List<Long> times = suspects.keySet().stream()
                .map(key -> published.get(key).lastKey())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        TreeSet<String> periods = new TreeSet<>();
        suspects.keySet().forEach(key -> periods.add(key.period()));
        Map<Long, OracleResult> evaluations = evaluations(times, periods);
        suspects.forEach((key, difference) -> judge(key, difference, evaluations));
    }

    private void judge(FootprintKey key, Difference atLast, Map<Long, OracleResult> evaluations) {
        ProductFootprint latest = latest(key);
        long ofMs = published.get(key).lastKey();
        OracleFootprint then = evaluations.get(ofMs).footprints().get(key);
        if (settings.epochEnd(ofMs) != ofMs) {
            superfluous.add(new Place(key, ofMs, "no epoch of " + settings.epochMs() + " ms ends then"));
        } else if (then == null) {
            superfluous.add(new Place(key, ofMs, "not a product of then"));
        } else {
            Place place = new Place(key, ofMs, "in force at " + Instant.ofEpochMilli(asOfMs));
            Optional<Difference> difference = PublishedFields.compare(place, due(key, then, ofMs), latest);
            if (difference.isPresent()) {
                wrong.add(difference.get());
            } else if (new Movement(then, now.footprints().get(key)).verdict() == Verdict.MUST) {
                wrong.add(atLast);
            }
        }
    }

    private PublicationState.Due due(FootprintKey key, OracleFootprint footprint, long ofMs) {
        return new PublicationState.Due(Verdict.MAY, status(key, footprint, ofMs), Optional.of(footprint));
    }

    /** Restated is what follows a final publication. */
    private String status(FootprintKey key, OracleFootprint footprint, long ofMs) {
        if (!footprint.closed()) {
            return PublicationState.PROVISIONAL;
        }
        NavigableMap<Long, ProductFootprint> history = published.getOrDefault(key, new TreeMap<>());
        boolean wasFinal = history.headMap(Math.min(ofMs, lastKey(history)), false).values().stream()
                .anyMatch(before -> before.getStatus().equals(PublicationState.FINAL)
                        || before.getStatus().equals(PublicationState.RESTATED));
        return wasFinal ? PublicationState.RESTATED : PublicationState.FINAL;
    }

    private static long lastKey(NavigableMap<Long, ProductFootprint> history) {
        return history.isEmpty() ? Long.MAX_VALUE : history.lastKey();
    }

    /** What holds at some times, in order; of every period where none is named. */
    private Map<Long, OracleResult> evaluations(List<Long> times, Set<String> periods) {
        Map<Long, OracleResult> results = new TreeMap<>();
        EpochWalk walk = new EpochWalk(settings, log, asOfMs);
        Evaluation evaluation = new Evaluation(settings, label -> periods.isEmpty() || periods.contains(label));
        for (long time : times) {
            walk.settleUpTo(time);
            results.put(time, evaluation.of(walk.ledger(), time));
        }
        return results;
    }
}

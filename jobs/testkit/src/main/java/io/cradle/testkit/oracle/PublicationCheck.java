package io.cradle.testkit.oracle;

import io.cradle.schemas.ProductFootprint;
import io.cradle.testkit.oracle.CheckReport.Difference;
import io.cradle.testkit.oracle.CheckReport.Place;
import io.cradle.testkit.oracle.OracleFootprint.FootprintKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges everything that was published for a log, epoch by epoch. */
public final class PublicationCheck {
    private final PublicationState state;
    private final Map<Long, Map<FootprintKey, List<ProductFootprint>>> published = new TreeMap<>();
    private final List<Difference> wrong = new ArrayList<>();
    private final List<Place> missing = new ArrayList<>();
    private final List<Place> superfluous = new ArrayList<>();
    private final List<Difference> differing = new ArrayList<>();
    private Map<String, Reason> rejected = Map.of();
    private int compared;

    private PublicationCheck(OracleSettings settings) {
        this.state = new PublicationState(settings);
    }

    /** As {@link #compare(List, List, OracleSettings, long)}, where everything up to the last record was settled. */
    public static CheckReport compare(List<ProductFootprint> published, List<LogEntry> log, OracleSettings settings) {
        return compare(published, log, settings, new OracleReplay(settings).lastEpochMs(log));
    }

    /**
     * Compares publications with the oracle.
     *
     * @param published the records of product-footprints, in any order
     * @param settledUpToMs end of the last epoch that was surely settled: nothing is missed after it; what is
     *     published after it is judged all the same
     */
    public static CheckReport compare(
            List<ProductFootprint> published, List<LogEntry> log, OracleSettings settings, long settledUpToMs) {
        PublicationCheck check = new PublicationCheck(settings);
        long untilMs = settledUpToMs;
        for (ProductFootprint footprint : published) {
            check.add(footprint);
            untilMs = Math.max(untilMs, footprint.getAsOf().toEpochMilli());
        }
        new OracleReplay(settings)
                .forEachEpoch(log, untilMs, result -> check.epoch(result, result.asOfMs() <= settledUpToMs));
        check.leftOver();
        return new CheckReport(
                check.compared, check.wrong, check.missing, check.superfluous, check.differing, check.rejected);
    }

    private void add(ProductFootprint footprint) {
        FootprintKey key = new FootprintKey(footprint.getNetwork(), footprint.getProduct(), footprint.getPeriod());
        published
                .computeIfAbsent(footprint.getAsOf().toEpochMilli(), asOf -> new TreeMap<>())
                .computeIfAbsent(key, k -> new ArrayList<>())
                .add(footprint);
    }

    private void epoch(OracleResult result, boolean surelySettled) {
        rejected = result.rejected();
        Map<FootprintKey, List<ProductFootprint>> got = published.remove(result.asOfMs());
        Map<FootprintKey, List<ProductFootprint>> ofEpoch = got == null ? new TreeMap<>() : got;
        state.due(result).forEach((key, due) -> {
            Place place = new Place(key, result.asOfMs(), due.status());
            List<ProductFootprint> copies = ofEpoch.remove(key);
            if (copies != null) {
                judge(place, due, copies);
            } else if (due.verdict() == Verdict.MUST && surelySettled) {
                missing.add(place);
            }
            if (copies != null || due.verdict() == Verdict.MUST) {
                state.publish(key, due);
            }
        });
        ofEpoch.keySet().forEach(key -> superfluous.add(new Place(key, result.asOfMs(), "not a product of then")));
    }

    private void judge(Place place, PublicationState.Due due, List<ProductFootprint> copies) {
        compared += copies.size();
        if (due.verdict() == Verdict.MUST_NOT) {
            superfluous.add(new Place(place.key(), place.asOfMs(), "nothing changed"));
        }
        for (ProductFootprint copy : copies) {
            PublishedFields.compare(place, due, copy).ifPresent(wrong::add);
            PublishedFields.compareCopies(place, copies.get(0), copy).ifPresent(differing::add);
        }
    }

    private void leftOver() {
        published.forEach((asOfMs, ofEpoch) ->
                ofEpoch.keySet().forEach(key -> superfluous.add(new Place(key, asOfMs, "nothing to settle then"))));
    }
}

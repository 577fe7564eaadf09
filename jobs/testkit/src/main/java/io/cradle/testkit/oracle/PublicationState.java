package io.cradle.testkit.oracle;

import io.cradle.testkit.oracle.OracleFootprint.FootprintKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was last published of every product and period, and what is due after it (figures.md, section 8). */
final class PublicationState {
    static final String PROVISIONAL = "provisional";
    static final String FINAL = "final";
    static final String RESTATED = "restated";
    static final String WITHDRAWN = "withdrawn";

    private final PeriodCalendar calendar;
    private final Map<FootprintKey, Last> published = new TreeMap<>();

    /**
     * @param footprint empty once the product was withdrawn
     * @param wasFinal whether any publication so far was final or restated
     */
    private record Last(Optional<OracleFootprint> footprint, boolean wasFinal) {}

    PublicationState(OracleSettings settings) {
        this.calendar = new PeriodCalendar(settings);
    }

    /** What is published of a product in an epoch; {@code footprint} is empty for a withdrawal. */
    record Due(Verdict verdict, String status, Optional<OracleFootprint> footprint) {}

    /** The verdict on every footprint that exists or was published; those of dropped periods are forgotten first. */
    Map<FootprintKey, Due> due(OracleResult result) {
        published.values().removeIf(last -> last.footprint()
                .map(footprint -> calendar.droppedAtMs(calendar.of(footprint.periodStartMs())))
                .filter(droppedAtMs -> droppedAtMs <= result.asOfMs())
                .isPresent());
        Map<FootprintKey, Due> all = new TreeMap<>();
        for (FootprintKey key : union(result)) {
            all.put(key, due(key, Optional.ofNullable(result.footprints().get(key))));
        }
        return all;
    }

    private Set<FootprintKey> union(OracleResult result) {
        TreeSet<FootprintKey> keys = new TreeSet<>(published.keySet());
        keys.addAll(result.footprints().keySet());
        return keys;
    }

    private Due due(FootprintKey key, Optional<OracleFootprint> now) {
        Optional<OracleFootprint> last = Optional.ofNullable(published.get(key)).flatMap(Last::footprint);
        if (now.isEmpty()) {
            return new Due(last.isPresent() ? Verdict.MUST : Verdict.MUST_NOT, WITHDRAWN, now);
        }
        Verdict verdict =
                last.map(before -> new Movement(before, now.get()).verdict()).orElse(Verdict.MUST);
        return new Due(verdict, status(key, now.get()), now);
    }

    private String status(FootprintKey key, OracleFootprint now) {
        if (!now.closed()) {
            return PROVISIONAL;
        }
        Last last = published.get(key);
        return last != null && last.wasFinal() ? RESTATED : FINAL;
    }

    /** Notes that something was published. */
    void publish(FootprintKey key, Due due) {
        Last last = published.get(key);
        boolean wasFinal = (last != null && last.wasFinal())
                || due.footprint().map(OracleFootprint::closed).orElse(false);
        published.put(key, new Last(due.footprint(), wasFinal));
    }
}

package io.cradle.rollup.settle;

import io.cradle.rollup.intake.RecordPage;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Pages that were used and will be again: each record waits for up to an epoch, so pages made anew would all be moved by
 * the collector of garbage before they are garbage. Not thread safe.
 */
final class PagePool {
    static final int PAGE_BYTES = 1 << 16;
    /** So many are made for keeps: 64 MB. */
    private static final int MOST = 1 << 10;

    private final Deque<RecordPage> unused = new ArrayDeque<>();
    private int made;

    /** An empty page. */
    RecordPage take() {
        RecordPage page = unused.poll();
        if (page != null) {
            return page.cleared();
        }
        made++;
        return new RecordPage(PAGE_BYTES);
    }

    /** Takes back what nobody reads any more. */
    void give(Iterable<RecordPage> pages) {
        for (RecordPage page : pages) {
            if (page.bytes().length == PAGE_BYTES && unused.size() < Math.min(made, MOST)) {
                unused.push(page);
            }
        }
    }
}

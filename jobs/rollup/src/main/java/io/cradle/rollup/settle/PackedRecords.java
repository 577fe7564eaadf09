package io.cradle.rollup.settle;

import io.cradle.rollup.intake.KeyedChange;
import io.cradle.rollup.intake.RecordBatch;
import io.cradle.rollup.intake.RecordCursor;
import io.cradle.rollup.intake.RecordPage;
import java.util.ArrayList;
import java.util.List;

/**
 * Records that wait. A backlog of millions is a few large arrays, which a collector of garbage moves at the speed of
 * memory, and a checkpoint takes them as they are.
 */
final class PackedRecords {
    private static final int FIRST_BYTES = 1 << 9;
    private static final int PAGE_BYTES = PagePool.PAGE_BYTES;
    /** Of a place, those that say where in its page a record begins. */
    private static final int BEGIN_BITS = 32;

    private final List<RecordPage> pages = new ArrayList<>(1);
    private final PagePool pool;
    private int size;

    /** @param pool has the pages; not given back to it by themselves */
    PackedRecords(PagePool pool) {
        this.pool = pool;
    }

    int size() {
        return size;
    }

    List<RecordPage> pages() {
        return pages;
    }

    void add(KeyedChange change) {
        page(RecordPage.most(change)).add(change);
        size++;
    }

    void add(RecordBatch batch) {
        page(batch.bytes().length).add(batch);
        size += batch.count();
    }

    /** The last page, with so much room, or a new one. */
    private RecordPage page(int room) {
        if (pages.isEmpty()) {
            pages.add(new RecordPage(Math.max(FIRST_BYTES, room)));
        }
        RecordPage last = pages.get(pages.size() - 1);
        if (last.room() >= room) {
            return last;
        }
        int doubled = 2 * last.bytes().length;
        if (doubled <= PAGE_BYTES && doubled - last.length() >= room) {
            last.growTo(doubled);
            return last;
        }
        RecordPage next = room <= PAGE_BYTES ? pool.take() : new RecordPage(room);
        pages.add(next);
        return next;
    }

    /** Receives records one by one. */
    interface Visitor {
        /**
         * A record.
         *
         * @param record stands at it
         * @param place at which {@link #at} finds it again
         */
        void visit(RecordCursor record, long place);
    }

    /** Hands over every record. */
    void forEach(Visitor visitor) {
        RecordCursor record = new RecordCursor();
        for (int i = 0; i < pages.size(); i++) {
            RecordPage page = pages.get(i);
            record.moveTo(page.bytes(), page.length());
            while (record.next()) {
                visitor.visit(record, ((long) i << BEGIN_BITS) + record.begin());
            }
        }
    }

    /** A cursor that stands at the record of a place. */
    RecordCursor at(long place) {
        RecordPage page = pages.get((int) (place >>> BEGIN_BITS));
        RecordCursor record = new RecordCursor().moveTo(page.bytes(), page.length(), (int) place);
        record.next();
        return record;
    }
}

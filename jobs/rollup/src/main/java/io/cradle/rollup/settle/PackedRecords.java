package io.cradle.rollup.settle;

import io.cradle.rollup.intake.KeyedChange;
import io.cradle.rollup.intake.RecordBatch;
import io.cradle.rollup.intake.RecordCursor;
import io.cradle.rollup.intake.RecordPage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Records that wait. A backlog of millions is a few large arrays, which a collector of garbage moves at the speed of
 * memory, and a checkpoint takes them as they are.
 */
final class PackedRecords {
    private static final int FIRST_BYTES = 1 << 9;
    private static final int PAGE_BYTES = 1 << 16;

    private final List<RecordPage> pages = new ArrayList<>(1);
    private int size;

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
        RecordPage next = new RecordPage(Math.max(PAGE_BYTES, room));
        pages.add(next);
        return next;
    }

    /** Hands over every record, as a cursor that stands at it. */
    void forEach(Consumer<RecordCursor> reader) {
        RecordCursor record = new RecordCursor();
        for (RecordPage page : pages) {
            record.moveTo(page.bytes(), page.length());
            while (record.next()) {
                reader.accept(record);
            }
        }
    }
}

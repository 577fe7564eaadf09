package io.cradle.core.network;

import io.cradle.core.Position;
import io.cradle.core.RejectedException;
import io.cradle.core.activity.ActivityRecord;
import io.cradle.core.activity.Meter;
import io.cradle.core.activity.ProductionRecord;
import io.cradle.core.activity.PurchaseRecord;
import io.cradle.core.activity.Reading;
import io.cradle.core.factor.SupplierRecord;
import java.time.LocalDate;
import java.util.OptionalLong;

/** What the log says about one key of a network; a null fact deletes. */
public sealed interface Change {
    Position position();

    /** The key of the record, unique within its topic. */
    String key();

    /** Order in which kinds of changes are taken within an epoch; definitions come before activity. */
    int rank();

    /** Hands itself to the method for its kind. */
    void to(Handler handler) throws RejectedException;

    /** Start of the activity that it speaks of; empty for a definition or a deletion. */
    default OptionalLong activityStartMs() {
        return OptionalLong.empty();
    }

    /** Rank of the first kind that is activity. */
    int FIRST_ACTIVITY = 3;

    /** Rank of readings. */
    int READINGS = 5;

    /** One method per kind of change. */
    interface Handler {
        void onBill(BillChange change) throws RejectedException;

        void onMeter(MeterChange change) throws RejectedException;

        void onSupplier(SupplierChange change) throws RejectedException;

        void onProduction(ProductionChange change) throws RejectedException;

        void onPurchase(PurchaseChange change) throws RejectedException;

        void onReading(ReadingChange change) throws RejectedException;

        void onActivity(ActivityChange change) throws RejectedException;
    }

    record BillChange(Position position, String key, String product, LocalDate validFrom, Bill bill) implements Change {
        @Override
        public int rank() {
            return 0;
        }

        @Override
        public void to(Handler handler) throws RejectedException {
            handler.onBill(this);
        }
    }

    record MeterChange(Position position, String key, String meter, LocalDate validFrom, Meter version)
            implements Change {
        @Override
        public int rank() {
            return 1;
        }

        @Override
        public void to(Handler handler) throws RejectedException {
            handler.onMeter(this);
        }
    }

    record SupplierChange(Position position, String key, String record, SupplierRecord figures) implements Change {
        @Override
        public int rank() {
            return 2;
        }

        @Override
        public void to(Handler handler) throws RejectedException {
            handler.onSupplier(this);
        }
    }

    record ProductionChange(Position position, String key, String record, ProductionRecord production)
            implements Change {
        @Override
        public int rank() {
            return 3;
        }

        @Override
        public void to(Handler handler) throws RejectedException {
            handler.onProduction(this);
        }

        @Override
        public OptionalLong activityStartMs() {
            return production == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(production.interval().startMs());
        }
    }

    record PurchaseChange(Position position, String key, String record, PurchaseRecord purchase) implements Change {
        @Override
        public int rank() {
            return 4;
        }

        @Override
        public void to(Handler handler) throws RejectedException {
            handler.onPurchase(this);
        }

        @Override
        public OptionalLong activityStartMs() {
            return purchase == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(purchase.interval().startMs());
        }
    }

    /** A null reading deletes all readings of the meter. */
    record ReadingChange(Position position, String key, String meter, Reading reading) implements Change {
        @Override
        public int rank() {
            return READINGS;
        }

        @Override
        public void to(Handler handler) throws RejectedException {
            handler.onReading(this);
        }

        @Override
        public OptionalLong activityStartMs() {
            return reading == null ? OptionalLong.empty() : OptionalLong.of(reading.fromMs());
        }
    }

    /** Last: an instrument is judged against the readings of its epoch. */
    record ActivityChange(Position position, String key, String record, ActivityRecord activity) implements Change {
        @Override
        public int rank() {
            return 6;
        }

        @Override
        public void to(Handler handler) throws RejectedException {
            handler.onActivity(this);
        }

        @Override
        public OptionalLong activityStartMs() {
            return activity == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(activity.interval().startMs());
        }
    }
}

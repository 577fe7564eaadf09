package io.cradle.rollup.intake;

import io.cradle.core.Position;
import io.cradle.core.RejectReason;
import io.cradle.core.RejectedException;
import io.cradle.core.factor.Factor;
import io.cradle.core.factor.FactorKind;
import io.cradle.core.factor.FactorTable;
import io.cradle.core.factor.Regions;
import io.cradle.core.network.Change;
import io.cradle.core.network.ReadingRows;
import io.cradle.schemas.ActivityRecord;
import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.EnergyMeter;
import io.cradle.schemas.MeterReading;
import io.cradle.schemas.ProductionRecord;
import io.cradle.schemas.PurchaseRecord;
import io.cradle.schemas.SupplierEmission;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * Makes changes of wire records: the one place where a record becomes what core understands, for records that arrive
 * and for facts that come back from state. Not thread safe.
 */
public final class ChangeReader {
    /** A change of a factor; an empty factor deletes. */
    public record FactorChange(
            String flow, String region, FactorKind kind, LocalDate validFrom, Optional<Factor> factor) {
        /** The region; none is everywhere. */
        public String regionOrGlobal() {
            return region == null ? Regions.GLOBAL : region;
        }

        /** Puts the factor, or that it is deleted, where a table has it. */
        public void putInto(FactorTable table, Position position) {
            table.put(flow, regionOrGlobal(), kind, validFrom, position, factor);
        }
    }

    private final WireFormat wire;
    private final FramedReading readings;
    private final Slice wholeKey = new Slice();
    private final Slice wholeValue = new Slice();
    private final Plausibility limits;
    /** Whether size and spelling are judged: state is not judged again. */
    private final boolean judging;

    public ChangeReader(SchemaCatalog catalog, Plausibility limits) {
        this.wire = new WireFormat(catalog);
        this.readings = new FramedReading(catalog, limits);
        this.limits = limits;
        this.judging = !limits.equals(Plausibility.NONE);
    }

    /** The network that a key belongs to: its first part. */
    public static String network(byte[] key) {
        return RecordKey.split(new String(key, StandardCharsets.UTF_8)).get(0);
    }

    /**
     * A change of a network.
     *
     * @throws RejectedException if the record cannot be used, whatever other records say
     */
    public Change read(InputTopic topic, Position position, byte[] key, byte[] value) throws RejectedException {
        return readUsual(topic, key, value, position.logTimeMs())
                ? readings.change(position)
                : readAny(topic, position, key, value);
    }

    /**
     * Judges a record if it is a reading as this build writes them, which nearly all records are.
     *
     * @return its network; null where {@link #read} must judge
     * @throws RejectedException if the record cannot be used; {@link #read} would say the same
     */
    String judgeReading(LogRecord record, long logTimeMs) throws RejectedException {
        return record.fault() == null && readUsual(record.topic(), record.key(), record.value(), logTimeMs)
                ? readings.network()
                : null;
    }

    private boolean readUsual(InputTopic topic, byte[] key, byte[] value, long logTimeMs) throws RejectedException {
        return key != null
                && value != null
                && readUsual(topic, wholeKey.moveTo(key), wholeValue.moveTo(value), logTimeMs);
    }

    /** Reads and judges a reading as this build writes them; false for all else. */
    private boolean readUsual(InputTopic topic, Slice key, Slice value, long logTimeMs) throws RejectedException {
        if (value == null || topic != InputTopic.METER_READINGS || !readings.read(key, value)) {
            return false;
        }
        readings.judge(logTimeMs);
        return true;
    }

    /**
     * Adds a record that intake let through to the readings of its epoch, if it is one as this build writes them.
     *
     * @param place at which the record is found again
     * @return false where {@link #read} must read it
     */
    public boolean readInto(ReadingRows rows, RecordCursor record, long place) {
        if (record.topic() != InputTopic.METER_READINGS
                || record.value() == null
                || !readings.readAgain(record.key(), record.value())) {
            return false;
        }
        readings.addTo(rows, record, place);
        return true;
    }

    /**
     * The same of a record that stands among others.
     *
     * @param value or null for a deletion
     */
    public Change read(InputTopic topic, Position position, Slice key, Slice value) throws RejectedException {
        return readUsual(topic, key, value, position.logTimeMs())
                ? readings.change(position)
                : readAny(topic, position, key.copy(), value == null ? null : value.copy());
    }

    private Change readAny(InputTopic topic, Position position, byte[] keyBytes, byte[] value)
            throws RejectedException {
        Fields fields = new Fields(limits, position.logTimeMs());
        ActivityReader activity = new ActivityReader(fields);
        String key = key(topic, keyBytes);
        List<String> parts = KeyReader.parts(topic, key);
        SpecificRecord record = value == null ? null : decode(topic, key, value);
        return switch (topic) {
            case BILLS_OF_MATERIALS ->
                new Change.BillChange(
                        position,
                        key,
                        parts.get(1),
                        KeyReader.day(parts.get(2), key),
                        record == null ? null : new BillReader(fields).read((BillOfMaterials) record));
            case ENERGY_METERS ->
                new Change.MeterChange(
                        position,
                        key,
                        parts.get(1),
                        KeyReader.day(parts.get(2), key),
                        record == null ? null : activity.meter((EnergyMeter) record));
            case METER_READINGS ->
                new Change.ReadingChange(
                        position, key, parts.get(1), record == null ? null : activity.reading((MeterReading) record));
            case ACTIVITY_RECORDS ->
                new Change.ActivityChange(
                        position,
                        key,
                        parts.get(1),
                        record == null ? null : activity.activity((ActivityRecord) record));
            case PRODUCTION_RECORDS ->
                new Change.ProductionChange(
                        position,
                        key,
                        parts.get(1),
                        record == null ? null : activity.production((ProductionRecord) record));
            case PURCHASE_RECORDS ->
                new Change.PurchaseChange(
                        position,
                        key,
                        parts.get(1),
                        record == null ? null : activity.purchase((PurchaseRecord) record));
            case SUPPLIER_EMISSIONS ->
                new Change.SupplierChange(
                        position,
                        key,
                        parts.get(1),
                        record == null ? null : new FigureReader(fields).supplier((SupplierEmission) record));
            case EMISSION_FACTORS -> throw new IllegalArgumentException("a factor belongs to no network");
        };
    }

    /**
     * A change of a factor.
     *
     * @throws RejectedException if the record cannot be used
     */
    public FactorChange readFactor(Position position, byte[] keyBytes, byte[] value) throws RejectedException {
        InputTopic topic = InputTopic.EMISSION_FACTORS;
        String key = key(topic, keyBytes);
        List<String> parts = KeyReader.parts(topic, key);
        Fields fields = new Fields(limits, position.logTimeMs());
        Optional<Factor> factor = value == null
                ? Optional.empty()
                : Optional.of(new FigureReader(fields).factor(key, (EmissionFactor) decode(topic, key, value)));
        FactorKind kind = fields.word(parts.get(2), "kind", FactorKind::find, "supply, combustion, grid-direct");
        return new FactorChange(
                parts.get(0), fields.region(parts.get(1)), kind, KeyReader.day(parts.get(3), key), factor);
    }

    private String key(InputTopic topic, byte[] bytes) throws RejectedException {
        String key = KeyReader.text(topic, bytes);
        if (judging) {
            KeyReader.requireShort(bytes);
            KeyReader.requireOneSpelling(key);
        }
        return key;
    }

    private SpecificRecord decode(InputTopic topic, String key, byte[] value) throws RejectedException {
        SpecificRecord record;
        if (judging) {
            SizeLimits.requireSmall(value);
        }
        try {
            record = wire.decode(value, topic.schema());
        } catch (WireException e) {
            throw new RejectedException(
                    RejectReason.valueOf(e.reason().toUpperCase(Locale.ROOT).replace('-', '_')), e.getMessage());
        }
        if (judging) {
            SizeLimits.requireShortTexts(record);
        }
        String expected = RecordKey.of(topic, record);
        if (!expected.equals(key)) {
            throw new RejectedException(
                    RejectReason.UNDECODABLE, "key '" + key + "' is not that of the record, '" + expected + "'");
        }
        return record;
    }
}

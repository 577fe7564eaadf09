package io.cradle.testkit.oracle;

import io.cradle.schemas.ActivityRecord;
import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.EnergyMeter;
import io.cradle.schemas.MeterReading;
import io.cradle.schemas.ProductionRecord;
import io.cradle.schemas.PurchaseRecord;
import io.cradle.schemas.SupplierEmission;
import io.cradle.schemas.wire.RecordKey;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Judges a record on itself alone (figures.md, section 9, first paragraph). */
final class Intake {
    private final OracleSettings settings;

    Intake(OracleSettings settings) {
        this.settings = settings;
    }

    /** What became of a record. */
    sealed interface Outcome {
        /** {@code fact} is empty for a deletion. */
        record Passed(Optional<Fact> fact) implements Outcome {}

        /** A record with several faults gets one of their reasons. */
        record Refused(Set<Reason> reasons) implements Outcome {
            /** The first in the order of {@link Reason}. */
            Reason reason() {
                return reasons.iterator().next();
            }
        }
    }

    Outcome judge(StampedEntry stamped) {
        LogEntry entry = stamped.entry();
        if (!keyFits(entry)) {
            return new Outcome.Refused(EnumSet.of(Reason.UNDECODABLE));
        }
        if (entry.isDeletion()) {
            return new Outcome.Passed(Optional.empty());
        }
        FieldReader fields = new FieldReader(settings, stamped.logTimeMs());
        Fact fact = read(entry.value(), fields);
        return fields.faults().isEmpty() ? new Outcome.Passed(Optional.of(fact)) : new Outcome.Refused(fields.faults());
    }

    private static boolean keyFits(LogEntry entry) {
        if (entry.key() == null
                || RecordKey.split(entry.key()).size()
                        != entry.topic().keyFields().size()) {
            return false;
        }
        return entry.isDeletion()
                || (entry.value().getSchema().equals(entry.topic().schema())
                        && RecordKey.of(entry.topic(), entry.value()).equals(entry.key()));
    }

    private static Fact read(SpecificRecord value, FieldReader fields) {
        if (value instanceof BillOfMaterials bill) {
            return new DefinitionReader(fields).bill(bill);
        }
        if (value instanceof EnergyMeter meter) {
            return new DefinitionReader(fields).meter(meter);
        }
        if (value instanceof SupplierEmission supplied) {
            return new DefinitionReader(fields).supplied(supplied);
        }
        if (value instanceof EmissionFactor factor) {
            return new DefinitionReader(fields).factor(factor);
        }
        if (value instanceof MeterReading reading) {
            return new ActivityReader(fields).reading(reading);
        }
        if (value instanceof ActivityRecord activity) {
            return new ActivityReader(fields).activity(activity);
        }
        if (value instanceof ProductionRecord production) {
            return new ActivityReader(fields).production(production);
        }
        return new ActivityReader(fields).purchase((PurchaseRecord) value);
    }
}

package io.cradle.testkit.oracle;

import io.cradle.schemas.ActivityRecord;
import io.cradle.schemas.MeterReading;
import io.cradle.schemas.ProductionRecord;
import io.cradle.schemas.PurchaseRecord;
import java.math.BigDecimal;

/** Reads the records that say what happened: readings, activity, production and purchases. */
final class ActivityReader {
    private static final String PRIMARY = "primary";

    private final FieldReader fields;

    ActivityReader(FieldReader fields) {
        this.fields = fields;
    }

    /** A negative value is judged when it is applied: only the meter says whether it is a register's. */
    Fact reading(MeterReading record) {
        fields.required(record.getNetwork());
        fields.required(record.getMeter());
        fields.required(record.getEnd());
        BigDecimal value = fields.signedAmount(record.getValue());
        Unit unit = fields.optionalUnit(record.getUnit());
        Long startMs = record.getStart() == null ? null : record.getStart().toEpochMilli();
        long endMs = record.getEnd() == null ? 0 : record.getEnd().toEpochMilli();
        if (startMs != null) {
            fields.interval(record.getStart(), record.getEnd(), false);
        } else {
            fields.notInFuture(endMs);
        }
        return new Fact.Reading(record.getMeter(), startMs, endMs, value, unit);
    }

    Fact activity(ActivityRecord record) {
        fields.required(record.getNetwork());
        fields.required(record.getRecord());
        fields.required(record.getProcess());
        fields.required(record.getInput());
        Interval interval = fields.interval(record.getStart(), record.getEnd(), false);
        InputKind kind = fields.inputKind(record.getInputKind(), null);
        BigDecimal amount = fields.amount(record.getAmount());
        Unit unit = fields.unit(record.getUnit());
        fields.gas(kind, record.getInput(), unit);
        String replaces = FieldReader.optional(record.getReplaces());
        String evidence = FieldReader.optional(record.getEvidence());
        fields.faultWhen(replaces != null && evidence == null, Reason.MISSING_FIELD);
        return new Fact.Activity(
                record.getProcess(),
                interval,
                kind,
                record.getInput(),
                new Quantity(amount, unit),
                fields.region(record.getRegion()),
                FieldReader.optional(record.getSupplier()),
                replaces,
                evidence,
                fields.primary(record.getDataSource(), PRIMARY));
    }

    Fact production(ProductionRecord record) {
        fields.required(record.getNetwork());
        fields.required(record.getRecord());
        fields.required(record.getProcess());
        fields.required(record.getProduct());
        Interval interval = fields.interval(record.getStart(), record.getEnd(), true);
        Quantity quantity = new Quantity(fields.amount(record.getAmount()), fields.unit(record.getUnit()));
        String allocationUnit = FieldReader.optional(record.getAllocationUnit());
        return new Fact.Production(
                record.getProcess(),
                record.getProduct(),
                record.getStage() == null ? "" : record.getStage(),
                interval,
                quantity,
                fields.notNegative(record.getAllocationWeight()),
                allocationUnit == null ? "kg" : allocationUnit);
    }

    Fact purchase(PurchaseRecord record) {
        fields.required(record.getNetwork());
        fields.required(record.getRecord());
        fields.required(record.getProduct());
        fields.required(record.getSupplier());
        Interval interval = fields.interval(record.getStart(), record.getEnd(), false);
        Quantity quantity = new Quantity(fields.amount(record.getAmount()), fields.unit(record.getUnit()));
        return new Fact.Purchase(record.getProduct(), record.getSupplier(), interval, quantity);
    }
}

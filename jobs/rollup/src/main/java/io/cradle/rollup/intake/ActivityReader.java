package io.cradle.rollup.intake;

import io.cradle.core.RejectReason;
import io.cradle.core.RejectedException;
import io.cradle.core.activity.InputKind;
import io.cradle.core.activity.Meter;
import io.cradle.core.activity.Reading;
import io.cradle.core.quantity.Decimals;
import io.cradle.core.quantity.PlainDecimal;
import io.cradle.core.quantity.Unit;
import io.cradle.schemas.ActivityRecord;
import io.cradle.schemas.EnergyMeter;
import io.cradle.schemas.MeterReading;
import io.cradle.schemas.ProductionRecord;
import io.cradle.schemas.PurchaseRecord;
import java.util.Optional;

/** Makes meters, readings and records of what processes did of their records. */
final class ActivityReader {
    private final Fields fields;

    ActivityReader(Fields fields) {
        this.fields = fields;
    }

    Meter meter(EnergyMeter meter) throws RejectedException {
        InputKind kind = Fields.isAbsent(meter.getInputKind())
                ? InputKind.FLOW
                : fields.word(meter.getInputKind(), "input_kind", InputKind::find, "product, flow, fuel, gas");
        String flow = fields.required(meter.getFlow(), "flow");
        Unit unit = fields.unit(meter.getUnit(), "unit");
        if (kind == InputKind.GAS) {
            BillReader.requireGas(flow, unit);
        }
        boolean register = !Fields.isAbsent(meter.getReadingKind())
                && fields.word(
                        meter.getReadingKind(), "reading_kind", ActivityReader::isRegister, "interval, register");
        boolean sized = !Fields.isAbsent(meter.getRegisterSize());
        if (sized) {
            fields.positive(meter.getRegisterSize(), "register_size");
        }
        return new Meter(
                meter.getValidFrom() == null ? KeyReader.ALWAYS : meter.getValidFrom(),
                fields.required(meter.getProcess(), "process"),
                kind,
                flow,
                fields.region(meter.getRegion()),
                unit,
                Fields.isAbsent(meter.getMultiplier()) ? 1 : fields.positive(meter.getMultiplier(), "multiplier"),
                register,
                sized ? Decimals.micros(meter.getRegisterSize(), unit, unit) : 0,
                fields.isPrimary(meter.getDataSource(), true));
    }

    private static Optional<Boolean> isRegister(String kind) {
        return switch (kind) {
            case "register" -> Optional.of(true);
            case "interval" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    Reading reading(MeterReading reading) throws RejectedException {
        fields.amount(reading.getValue(), "value");
        Unit unit = Fields.isAbsent(reading.getUnit()) ? null : fields.unit(reading.getUnit(), "unit");
        if (reading.getEnd() == null) {
            throw new RejectedException(RejectReason.MISSING_FIELD, "end is missing");
        }
        boolean started = reading.getStart() != null;
        long startMs = started ? reading.getStart().toEpochMilli() : Reading.NO_START;
        long endMs = reading.getEnd().toEpochMilli();
        requireTimes(started, startMs, endMs);
        return new Reading(startMs, endMs, PlainDecimal.of(reading.getValue()), unit);
    }

    /** Judges the interval of a reading, or the instant of its end where it has no start. */
    void requireTimes(boolean started, long startMs, long endMs) throws RejectedException {
        if (started) {
            fields.requireInterval(startMs, endMs, false);
        } else {
            fields.requireInTime(endMs, "end");
            fields.requirePast(endMs);
        }
    }

    io.cradle.core.activity.ActivityRecord activity(ActivityRecord activity) throws RejectedException {
        InputKind kind = fields.word(
                fields.required(activity.getInputKind(), "input_kind"),
                "input_kind",
                InputKind::find,
                "product, flow, fuel, gas");
        String input = fields.required(activity.getInput(), "input");
        Unit unit = fields.unit(activity.getUnit(), "unit");
        if (kind == InputKind.GAS) {
            BillReader.requireGas(input, unit);
        }
        String replaces = Fields.orNull(activity.getReplaces());
        String evidence = replaces == null
                ? Fields.orNull(activity.getEvidence())
                : fields.required(activity.getEvidence(), "evidence (of what replaces a metered flow)");
        return new io.cradle.core.activity.ActivityRecord(
                fields.required(activity.getRecord(), "record"),
                fields.required(activity.getProcess(), "process"),
                fields.interval(activity.getStart(), activity.getEnd(), false),
                kind,
                input,
                fields.notNegative(activity.getAmount(), "amount"),
                unit,
                fields.region(activity.getRegion()),
                Fields.orNull(activity.getSupplier()),
                replaces,
                evidence,
                fields.isPrimary(activity.getDataSource(), true));
    }

    io.cradle.core.activity.ProductionRecord production(ProductionRecord production) throws RejectedException {
        boolean weighted = !Fields.isAbsent(production.getAllocationWeight());
        String unit = Fields.orNull(production.getAllocationUnit());
        return new io.cradle.core.activity.ProductionRecord(
                fields.required(production.getRecord(), "record"),
                fields.required(production.getProcess(), "process"),
                fields.required(production.getProduct(), "product"),
                production.getStage() == null ? "" : production.getStage(),
                fields.interval(production.getStart(), production.getEnd(), true),
                fields.notNegative(production.getAmount(), "amount"),
                fields.unit(production.getUnit(), "unit"),
                weighted ? fields.notNegative(production.getAllocationWeight(), "allocation_weight") : Double.NaN,
                unit == null ? "kg" : unit);
    }

    io.cradle.core.activity.PurchaseRecord purchase(PurchaseRecord purchase) throws RejectedException {
        return new io.cradle.core.activity.PurchaseRecord(
                fields.required(purchase.getRecord(), "record"),
                fields.required(purchase.getProduct(), "product"),
                fields.required(purchase.getSupplier(), "supplier"),
                fields.interval(purchase.getStart(), purchase.getEnd(), false),
                fields.notNegative(purchase.getAmount(), "amount"),
                fields.unit(purchase.getUnit(), "unit"));
    }
}

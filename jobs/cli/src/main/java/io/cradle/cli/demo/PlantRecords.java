package io.cradle.cli.demo;

import io.cradle.cli.demo.Rates.MeterLoad;
import io.cradle.cli.demo.Rates.Purchase;
import io.cradle.cli.demo.Rates.ShiftInput;
import io.cradle.cli.demo.Rates.ShiftProduct;
import io.cradle.schemas.ActivityRecord;
import io.cradle.schemas.MeterReading;
import io.cradle.schemas.ProductionRecord;
import io.cradle.schemas.PurchaseRecord;
import io.cradle.schemas.wire.InputTopic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Makes records of what the plants did. */
final class PlantRecords {
    static final String NETWORK = "demo";
    static final String KWH = "kW.h";

    private static final int DECIMALS = 3;

    private final PlantCalendar calendar;

    PlantRecords(PlantCalendar calendar) {
        this.calendar = calendar;
    }

    /** What a meter counted in the quarter hour that ends at a time. */
    DemoRecord interval(MeterLoad meter, Instant end, double kWh, String unit) {
        MeterReading reading = MeterReading.newBuilder()
                .setNetwork(NETWORK)
                .setMeter(meter.meter())
                .setStart(end.minus(PlantCalendar.QUARTER))
                .setEnd(end)
                .setValue(decimal(kWh))
                .setUnit(unit)
                .build();
        return DemoRecord.of(InputTopic.METER_READINGS, reading);
    }

    /** What a register shows at a time. */
    DemoRecord register(MeterLoad meter, Instant end, double shown) {
        MeterReading reading = MeterReading.newBuilder()
                .setNetwork(NETWORK)
                .setMeter(meter.meter())
                .setEnd(end)
                .setValue(decimal(shown))
                .setUnit(KWH)
                .build();
        return DemoRecord.of(InputTopic.METER_READINGS, reading);
    }

    DemoRecord input(ShiftInput input, Instant start, double amount) {
        String record = input.process() + "/" + input.name() + "/" + calendar.shiftName(start);
        ActivityRecord activity = ActivityRecord.newBuilder()
                .setNetwork(NETWORK)
                .setRecord(record)
                .setProcess(input.process())
                .setStart(start)
                .setEnd(start.plus(PlantCalendar.SHIFT))
                .setInputKind(input.kind())
                .setInput(input.input())
                .setAmount(decimal(amount))
                .setUnit(input.unit())
                .setRegion(orNull(input.region()))
                .setReplaces(orNull(input.replaces()))
                .setEvidence(input.evidence().isEmpty() ? null : input.evidence() + "-" + calendar.shiftName(start))
                .build();
        return DemoRecord.of(InputTopic.ACTIVITY_RECORDS, activity);
    }

    DemoRecord product(ShiftProduct product, Instant start, double amount) {
        ProductionRecord production = ProductionRecord.newBuilder()
                .setNetwork(NETWORK)
                .setRecord(product.process() + "/" + product.product() + "/" + calendar.shiftName(start))
                .setProcess(product.process())
                .setProduct(product.product())
                .setStage(product.stage())
                .setStart(start)
                .setEnd(start.plus(PlantCalendar.SHIFT))
                .setAmount(decimal(amount))
                .setUnit(product.unit())
                .setAllocationWeight(orNull(product.weight()))
                .setAllocationUnit(orNull(product.weightUnit()))
                .setAllocationMethod(orNull(product.method()))
                .build();
        return DemoRecord.of(InputTopic.PRODUCTION_RECORDS, production);
    }

    DemoRecord purchase(Purchase purchase, Instant start, Instant end, double amount) {
        PurchaseRecord bought = PurchaseRecord.newBuilder()
                .setNetwork(NETWORK)
                .setRecord(purchase.product() + "/" + purchase.supplier() + "/" + calendar.month(start))
                .setProduct(purchase.product())
                .setSupplier(purchase.supplier())
                .setStart(start)
                .setEnd(end)
                .setAmount(decimal(amount))
                .setUnit(purchase.unit())
                .build();
        return DemoRecord.of(InputTopic.PURCHASE_RECORDS, bought);
    }

    private static String decimal(double amount) {
        return BigDecimal.valueOf(amount)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}

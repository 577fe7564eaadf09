package io.cradle.testkit.generate;

import io.cradle.schemas.ActivityRecord;
import io.cradle.schemas.BillLine;
import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.DataQuality;
import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.EnergyMeter;
import io.cradle.schemas.Indicators;
import io.cradle.schemas.MeterReading;
import io.cradle.schemas.ProductionRecord;
import io.cradle.schemas.PurchaseRecord;
import io.cradle.schemas.SupplierEmission;
import io.cradle.schemas.wire.ContractTrust;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Records with their required fields; set further ones with {@code X.newBuilder(record)}. Days are written 2024-01-31,
 * instants 2024-01-31T12:00:00Z.
 */
public final class Records {
    static {
        // Or the records could not be copied into builders.
        ContractTrust.establish();
    }

    private Records() {}

    public static BillLine line(String kind, String input, String amount, String unit) {
        return BillLine.newBuilder()
                .setInputKind(kind)
                .setInput(input)
                .setAmount(amount)
                .setUnit(unit)
                .build();
    }

    public static BillOfMaterials bill(
            String network, String product, String declaredUnit, String validFrom, BillLine... lines) {
        return BillOfMaterials.newBuilder()
                .setNetwork(network)
                .setProduct(product)
                .setDeclaredUnit(declaredUnit)
                .setValidFrom(LocalDate.parse(validFrom))
                .setLines(List.of(lines))
                .build();
    }

    /** A factor of the world with fossil emissions only. */
    public static EmissionFactor factor(String flow, String kind, String validFrom, String unit, String fossil) {
        return EmissionFactor.newBuilder()
                .setFlow(flow)
                .setKind(kind)
                .setValidFrom(LocalDate.parse(validFrom))
                .setUnit(unit)
                .setIndicators(fossil(fossil))
                .setQuality(DataQuality.newBuilder().build())
                .build();
    }

    public static Indicators fossil(String fossil) {
        return Indicators.newBuilder().setFossil(fossil).build();
    }

    /** A meter of interval readings of a flow, in force from the year 2000. */
    public static EnergyMeter meter(String network, String meter, String process, String flow, String unit) {
        return EnergyMeter.newBuilder()
                .setNetwork(network)
                .setMeter(meter)
                .setValidFrom(LocalDate.of(2000, 1, 1))
                .setProcess(process)
                .setFlow(flow)
                .setUnit(unit)
                .build();
    }

    /** {@code start} null = a register's reading. */
    public static MeterReading reading(String network, String meter, String start, String end, String value) {
        return MeterReading.newBuilder()
                .setNetwork(network)
                .setMeter(meter)
                .setStart(start == null ? null : Instant.parse(start))
                .setEnd(Instant.parse(end))
                .setValue(value)
                .build();
    }

    public static ActivityRecord activity(
            String network,
            String record,
            String process,
            String start,
            String end,
            String kind,
            String input,
            String amount,
            String unit) {
        return ActivityRecord.newBuilder()
                .setNetwork(network)
                .setRecord(record)
                .setProcess(process)
                .setStart(Instant.parse(start))
                .setEnd(Instant.parse(end))
                .setInputKind(kind)
                .setInput(input)
                .setAmount(amount)
                .setUnit(unit)
                .build();
    }

    public static ProductionRecord production(
            String network,
            String record,
            String process,
            String product,
            String start,
            String end,
            String amount,
            String unit) {
        return ProductionRecord.newBuilder()
                .setNetwork(network)
                .setRecord(record)
                .setProcess(process)
                .setProduct(product)
                .setStart(Instant.parse(start))
                .setEnd(Instant.parse(end))
                .setAmount(amount)
                .setUnit(unit)
                .build();
    }

    public static PurchaseRecord purchase(
            String network,
            String record,
            String product,
            String supplier,
            String start,
            String end,
            String amount,
            String unit) {
        return PurchaseRecord.newBuilder()
                .setNetwork(network)
                .setRecord(record)
                .setProduct(product)
                .setSupplier(supplier)
                .setStart(Instant.parse(start))
                .setEnd(Instant.parse(end))
                .setAmount(amount)
                .setUnit(unit)
                .build();
    }

    /** A supplier's record per one declared unit, valid always, with fossil emissions only. */
    public static SupplierEmission supplied(
            String network,
            String record,
            String supplier,
            String product,
            String declaredUnit,
            String fossil,
            String referenceEnd) {
        return SupplierEmission.newBuilder()
                .setNetwork(network)
                .setRecord(record)
                .setPreceding(List.of())
                .setSupplier(supplier)
                .setProduct(product)
                .setDeclaredUnit(declaredUnit)
                .setDeclaredUnitAmount("1")
                .setReferenceEnd(LocalDate.parse(referenceEnd))
                .setIndicators(fossil(fossil))
                .setQuality(DataQuality.newBuilder().build())
                .build();
    }
}

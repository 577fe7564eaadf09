package io.cradle.rollup.harness;

import io.cradle.core.RejectReason;
import io.cradle.schemas.ActivityRecord;
import io.cradle.schemas.EnergyMeter;
import io.cradle.schemas.MeterReading;
import io.cradle.schemas.ProductionRecord;
import io.cradle.schemas.SupplierEmission;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.testkit.generate.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;

/** A network in which all is well, and one record for every reason for which a record is rejected from it. */
public final class Faults {
    private static final String N = "n";
    private static final String START = "2024-03-01T00:00:00Z";
    private static final String MIDDLE = "2024-03-02T00:00:00Z";
    private static final String END = "2024-03-03T00:00:00Z";

    private Faults() {}

    /** Good records that must stand in the log before the faults. */
    public static List<SpecificRecord> before() {
        return List.of(
                Records.factor("electricity", "supply", "2023-01-01", "kW.h", "0.5"),
                Records.factor("ore", "supply", "2023-01-01", "kg", "3"),
                Records.bill(
                        N,
                        "p",
                        "kg",
                        "2023-01-01",
                        Records.line("flow", "ore", "2", "kg"),
                        Records.line("product", "b", "0.5", "kg")),
                Records.supplied(N, "e", "s", "b", "kg", "7", "2023-12-31"),
                Records.meter(N, "m1", "k", "electricity", "kW.h"),
                Records.meter(N, "m2", "k", "electricity", "kW.h"),
                EnergyMeter.newBuilder(Records.meter(N, "r", "k", "electricity", "kW.h"))
                        .setReadingKind("register")
                        .build(),
                Records.reading(N, "m1", START, END, "100"),
                Records.reading(N, "m2", START, MIDDLE, "60"),
                register(START, "1000"),
                register(END, "1200"),
                Records.activity(N, "a", "k", START, END, "flow", "ore", "11", "kg"),
                Records.production(N, "o", "k", "p", "2024-03-01T00:00:00Z", "2024-03-31T00:00:00Z", "50", "kg"));
    }

    /** Good records that come after the faults; one of them sees to it that the last figure depends on them. */
    public static List<SpecificRecord> after() {
        return List.of(
                Records.reading(N, "m2", MIDDLE, END, "40"),
                Records.activity(N, "a2", "k", START, END, "flow", "ore", "5", "kg"),
                Records.factor("ore", "supply", "2024-01-01", "kg", "3.5"));
    }

    /** One record for every reason of the closed list. */
    public static List<Fault> all() {
        List<Fault> faults = new ArrayList<>(ofActivities());
        faults.addAll(ofRecords());
        faults.addAll(ofDefinitions());
        return faults;
    }

    private static List<Fault> ofActivities() {
        return List.of(
                Fault.raw(
                        RejectReason.UNDECODABLE,
                        InputTopic.ACTIVITY_RECORDS,
                        "n/raw",
                        new byte[] {7, 7},
                        "expected",
                        "07 07"),
                Fault.raw(
                        RejectReason.UNKNOWN_SCHEMA,
                        InputTopic.ACTIVITY_RECORDS,
                        "n/foreign",
                        new byte[] {0, 0, 0, 3, (byte) 0xe7, 1},
                        "schema",
                        "999"),
                activity(RejectReason.MISSING_FIELD, one -> one.setProcess(""), "process"),
                // Under the key of a good record, which stays.
                activity(RejectReason.UNKNOWN_UNIT, one -> one.setRecord("a").setUnit("kgs"), "unit", "kgs", "kg"),
                activity(RejectReason.NOT_A_NUMBER, one -> one.setAmount("1,5"), "amount", "1,5"),
                activity(RejectReason.NEGATIVE_AMOUNT, one -> one.setAmount("-3"), "amount", "-3", "0 or more"),
                activity(
                        RejectReason.IMPLAUSIBLE_AMOUNT,
                        one -> one.setAmount("5e9"),
                        "amount",
                        "5e9",
                        "plausibility.max-amount"),
                activity(
                        RejectReason.INTERVAL_REVERSED,
                        one -> one.setStart(Instant.parse(END)).setEnd(Instant.parse(START)),
                        "end",
                        START,
                        END),
                activity(
                        RejectReason.INTERVAL_TOO_LONG,
                        one -> one.setStart(Instant.parse("2022-01-01T00:00:00Z")),
                        "2022-01-01",
                        "plausibility.max-interval"),
                activity(
                        RejectReason.FUTURE_ACTIVITY,
                        one -> one.setStart(Instant.parse("2999-01-01T00:00:00Z"))
                                .setEnd(Instant.parse("2999-01-02T00:00:00Z")),
                        "2999-01-02"),
                activity(
                        RejectReason.PERIOD_CLOSED,
                        one -> one.setStart(Instant.parse("1930-01-01T00:00:00Z"))
                                .setEnd(Instant.parse("1930-01-02T00:00:00Z")),
                        "1930-01",
                        "600"),
                activity(
                        RejectReason.EXCESS_INSTRUMENT,
                        one -> one.setReplaces("electricity")
                                .setEvidence("cert")
                                .setUnit("kW.h")
                                .setAmount("900000"),
                        "electricity",
                        "900000"),
                activity(
                        RejectReason.UNKNOWN_GAS, one -> one.setInputKind("gas").setInput("XF6"), "XF6", "CO2"),
                activity(
                        RejectReason.UNKNOWN_REGION,
                        one -> one.setRegion("Atlantis"),
                        "region",
                        "Atlantis",
                        "ISO 3166"),
                activity(RejectReason.UNKNOWN_KIND, one -> one.setInputKind("energy"), "input_kind", "energy", "fuel"));
    }

    private static List<Fault> ofRecords() {
        return List.of(
                Fault.of(
                        RejectReason.UNIT_DIMENSION,
                        InputTopic.METER_READINGS,
                        MeterReading.newBuilder(Records.reading(N, "m1", END, "2024-03-04T00:00:00Z", "5"))
                                .setUnit("kg")
                                .build(),
                        "kg",
                        "kW.h",
                        "m1"),
                Fault.of(
                        RejectReason.DUPLICATE_CONFLICT,
                        InputTopic.METER_READINGS,
                        Records.reading(N, "m2", "2024-03-01T12:00:00Z", "2024-03-02T12:00:00Z", "6"),
                        "m2",
                        "replace"),
                Fault.of(
                        RejectReason.UNKNOWN_METER,
                        InputTopic.METER_READINGS,
                        Records.reading(N, "ghost", START, END, "7"),
                        "ghost",
                        "energy-meters"),
                Fault.of(
                        RejectReason.REGISTER_BACKWARDS,
                        InputTopic.METER_READINGS,
                        register(MIDDLE, "900"),
                        "900",
                        "meter r",
                        "register_size"),
                Fault.of(
                        RejectReason.UNKNOWN_PRODUCT,
                        InputTopic.PRODUCTION_RECORDS,
                        Records.production(N, "phantom", "k", "phantom", START, END, "1", "kg"),
                        "phantom",
                        "bill of materials"),
                Fault.of(
                        RejectReason.ALLOCATION_MISMATCH,
                        InputTopic.PRODUCTION_RECORDS,
                        ProductionRecord.newBuilder(Records.production(N, "priced", "k", "p", START, END, "1", "kg"))
                                .setAllocationWeight("4")
                                .setAllocationUnit("EUR")
                                .build(),
                        "allocation_unit",
                        "EUR",
                        "kg"));
    }

    private static List<Fault> ofDefinitions() {
        return List.of(
                Fault.of(
                        RejectReason.SUM_MISMATCH,
                        InputTopic.SUPPLIER_EMISSIONS,
                        SupplierEmission.newBuilder(Records.supplied(N, "sum", "s", "b", "kg", "1", "2024-01-31"))
                                .setPcfExcludingBiogenicUptake("2.5")
                                .build(),
                        "pcf_excluding_biogenic_uptake",
                        "2.5"),
                Fault.of(
                        RejectReason.SIGN_MISMATCH,
                        InputTopic.SUPPLIER_EMISSIONS,
                        Records.supplied(N, "e", "s", "b", "kg", "-1", "2024-01-31"),
                        "fossil",
                        "-1",
                        "0 or more"),
                Fault.of(
                        RejectReason.SELF_CONSUMING_UNIT,
                        InputTopic.BILLS_OF_MATERIALS,
                        Records.bill(N, "p", "kg", "2023-01-01", Records.line("product", "p", "1.2", "kg")),
                        "1.2",
                        "product p"));
    }

    private static Fault activity(RejectReason reason, UnaryOperator<ActivityRecord.Builder> fault, String... says) {
        ActivityRecord good = Records.activity(N, reason.code(), "k", START, END, "flow", "ore", "5", "kg");
        ActivityRecord bad = fault.apply(ActivityRecord.newBuilder(good)).build();
        return Fault.of(reason, InputTopic.ACTIVITY_RECORDS, bad, says);
    }

    private static MeterReading register(String end, String value) {
        return Records.reading(N, "r", null, end, value);
    }

    /** The reasons of some faults, in the order of the closed list. */
    public static List<RejectReason> reasons(List<Fault> faults) {
        List<RejectReason> reasons =
                new ArrayList<>(faults.stream().map(Fault::reason).toList());
        Collections.sort(reasons);
        return reasons;
    }
}

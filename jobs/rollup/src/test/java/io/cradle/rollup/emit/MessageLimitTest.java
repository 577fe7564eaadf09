package io.cradle.rollup.emit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.RejectReason;
import io.cradle.core.Rejection;
import io.cradle.rollup.intake.KeyedChange;
import io.cradle.schemas.ActivityEmission;
import io.cradle.schemas.ActivityEmissionPart;
import io.cradle.schemas.Contribution;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.RejectedRecord;
import io.cradle.schemas.UnresolvedInput;
import io.cradle.schemas.VersionUsed;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** No result is larger than what a broker takes. */
class MessageLimitTest {
    private static final int BROKER_BYTES = 1_000_000;

    private final WireFormat wire = new WireFormat(SchemaCatalog.bundled());
    private final MessageLimit limit = new MessageLimit(wire);

    @Test
    void anOrdinaryFootprintIsWhole() {
        ProductFootprint footprint = footprint(1_000);
        assertArrayEquals(wire.encode("product-footprints", footprint), limit.footprint(footprint));
    }

    @Test
    void theInputsThatAreNotToldAreSummed() throws WireException {
        int inputs = 50_000;
        byte[] value = limit.footprint(footprint(inputs));
        assertTrue(value.length < BROKER_BYTES, value.length + " bytes");
        ProductFootprint told = (ProductFootprint) wire.decode(value, OutputTopic.PRODUCT_FOOTPRINTS.schema());
        assertEquals(
                0.5 * inputs,
                told.getContributions().stream()
                        .mapToDouble(Contribution::getPcfExcludingBiogenicUptake)
                        .sum());
        Contribution last = told.getContributions().get(told.getContributions().size() - 1);
        assertEquals("omitted", last.getKind());
        assertEquals(inputs + 1 - told.getContributions().size() + " more inputs", last.getInput());
        assertTrue(told.getContributions().size() > 100, "hardly anything is told");
    }

    @Test
    void partsOfAnActivityAreSummed() throws WireException {
        ActivityEmissionPart part = ActivityEmissionPart.newBuilder()
                .setMonth("2024-01")
                .setInputKind("product")
                .setInput("x".repeat(1_000))
                .setAmount(1)
                .setUnit("kg")
                .setAccount("counted")
                .setEmissions(2.0)
                .build();
        byte[] value = limit.activity(ActivityEmission.newBuilder()
                .setNetwork("n")
                .setProcess("k")
                .setFlow("f")
                .setPeriod("2024-01")
                .setAsOf(Instant.EPOCH)
                .setParts(Collections.nCopies(5_000, part))
                .setSeries("s")
                .build());
        assertTrue(value.length < BROKER_BYTES, value.length + " bytes");
        ActivityEmission told = (ActivityEmission) wire.decode(value, OutputTopic.ACTIVITY_EMISSIONS.schema());
        assertEquals(
                10_000,
                told.getParts().stream()
                        .mapToDouble(ActivityEmissionPart::getEmissions)
                        .sum());
    }

    @Test
    void aRejectedRecordIsCutAndSaysSo() throws WireException {
        KeyedChange change =
                new KeyedChange("n", InputTopic.PURCHASE_RECORDS, 0, 7, 0, new byte[2_000_000], new byte[30_000_000]);
        Rejection rejection = new Rejection(RejectReason.UNDECODABLE, "x".repeat(5_000_000));
        byte[] value = new RejectedRecords(SchemaCatalog.bundled())
                .of(change, rejection, 0)
                .value();
        assertTrue(value.length < BROKER_BYTES, value.length + " bytes");
        RejectedRecord record = (RejectedRecord) wire.decode(value, OutputTopic.REJECTED_RECORDS.schema());
        assertTrue(record.getDetail().contains("the first 800000 of 30000000 bytes of the value"), record::getDetail);
    }

    @Test
    void aRejectedRecordOfOrdinarySizeIsAsItCame() throws WireException {
        byte[] raw = new byte[RejectedRecords.MAX_VALUE_BYTES];
        raw[17] = 17;
        KeyedChange change = new KeyedChange("n", InputTopic.PURCHASE_RECORDS, 0, 7, 0, new byte[] {'n'}, raw);
        RejectedRecord record = (RejectedRecord) wire.decode(
                new RejectedRecords(SchemaCatalog.bundled())
                        .of(change, new Rejection(RejectReason.UNDECODABLE, "why"), 0)
                        .value(),
                OutputTopic.REJECTED_RECORDS.schema());
        assertArrayEquals(raw, record.getValue().array());
        assertEquals("why", record.getDetail());
    }

    private static ProductFootprint footprint(int inputs) {
        Contribution contribution = Contribution.newBuilder()
                .setKind("factor")
                .setInput("electricity/CN/supply/2024-01-01")
                .setAmount(1)
                .setUnit("kg")
                .setPcfExcludingBiogenicUptake(0.5)
                .build();
        VersionUsed version =
                VersionUsed.newBuilder().setKey("k").setLogTime(Instant.EPOCH).build();
        return ProductFootprint.newBuilder()
                .setNetwork("n")
                .setProduct("p")
                .setPeriod("2024")
                .setPeriodStart(Instant.EPOCH)
                .setPeriodEnd(Instant.EPOCH)
                .setAsOf(Instant.EPOCH)
                .setDeclaredUnit("kg")
                .setStatus("final")
                .setContributions(Collections.nCopies(inputs, contribution))
                .setVersions(Collections.nCopies(inputs, version))
                .setUnresolved(Collections.nCopies(inputs, new UnresolvedInput("ore", "no-factor")))
                .setSeries("s")
                .build();
    }
}

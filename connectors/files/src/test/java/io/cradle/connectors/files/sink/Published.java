package io.cradle.connectors.files.sink;

import io.cradle.schemas.ActivityEmission;
import io.cradle.schemas.ActivityEmissionPart;
import io.cradle.schemas.AppliedPosition;
import io.cradle.schemas.FootprintFigures;
import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.RejectedRecord;
import io.cradle.schemas.UnresolvedInput;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.OutputRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Output records of a test. */
final class Published {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2025-01-01T00:00:00Z");

    private Published() {}

    static OutputRecord of(OutputTopic topic, Instant asOf, SpecificRecord record) {
        byte[] value = new WireFormat(SchemaCatalog.bundled()).encode(topic.topicName(), record);
        return new OutputRecord(topic, asOf.toEpochMilli(), RecordKey.bytes("key"), value);
    }

    static OutputRecord footprint(Instant asOf, String product, FootprintFigures figures) {
        return footprint(OutputTopic.PRODUCT_FOOTPRINTS, asOf, product, figures);
    }

    static OutputRecord footprint(OutputTopic topic, Instant asOf, String product, FootprintFigures figures) {
        ProductFootprint.Builder footprint = ProductFootprint.newBuilder()
                .setNetwork("n")
                .setProduct(product)
                .setPeriod("2024")
                .setPeriodStart(START)
                .setPeriodEnd(END)
                .setAsOf(asOf)
                .setDeclaredUnit("kg")
                .setStatus(figures == null ? "withdrawn" : "provisional")
                .setCause("n/" + product)
                .setSeries("s");
        if (figures != null) {
            footprint
                    .setResult("incomplete")
                    .setFigures(figures)
                    .setCoverage(0.75)
                    .setCoveredTo(Instant.parse("2024-06-30T22:00:00.500Z"))
                    .setUnresolved(List.of(
                            new UnresolvedInput("glaze", "no-factor"),
                            new UnresolvedInput("ink", "no-supplier-record")))
                    .setUsabilityLevel("L1")
                    .setMissingForNextLevel(List.of("primary-data-share", "factor-sources"))
                    .setCategory("cups")
                    .setGrade("B")
                    .setGradingScheme("cups 2026");
        }
        return of(topic, asOf, footprint.build());
    }

    /** Different figures in every place, some of them hard to print. */
    static FootprintFigures figures() {
        return FootprintFigures.newBuilder()
                .setFossil(0.1 + 0.2)
                .setLandUseChange(1e-300)
                .setLandManagementEmissions(3)
                .setLandManagementRemovals(-4)
                .setBiogenicNonCo2(5)
                .setTechnologicalRemovals(-0.0)
                .setCcsCapture(-7)
                .setBiogenicUptake(-8)
                .setAircraft(9)
                .setPcfExcludingBiogenicUptake(1.0 / 3)
                .setPcfIncludingBiogenicUptake(11)
                .setCredits(-12)
                .setPackaging(13)
                .setOutboundLogistics(1.23456789e20)
                .setGross(99)
                .setPrimaryDataShare(15.0)
                .setTechnologicalDqr(null)
                .setGeographicalDqr(17.0)
                .setTemporalDqr(18.0)
                .setCarriedForward(0.19)
                .build();
    }

    static OutputRecord activity(Instant asOf) {
        return of(
                OutputTopic.ACTIVITY_EMISSIONS,
                asOf,
                ActivityEmission.newBuilder()
                        .setNetwork("n")
                        .setProcess("kiln")
                        .setFlow("electricity")
                        .setPeriod("2024")
                        .setAsOf(asOf)
                        .setParts(List.of(
                                part("2024-02", 2, "electricity/CN/supply/2024-01-01", 1.5),
                                part("2024-01", 1, null, null)))
                        .setSeries("s")
                        .build());
    }

    static OutputRecord revision(Instant asOf) {
        return of(
                OutputTopic.NETWORK_REVISIONS,
                asOf,
                NetworkRevision.newBuilder()
                        .setNetwork("n")
                        .setAsOf(asOf)
                        .setApplied(List.of(
                                new AppliedPosition("meter-readings", 0, 7L),
                                new AppliedPosition("energy-meters", 1, 2L)))
                        .setChangesApplied(3)
                        .setRejected(1)
                        .setProductsChanged(2)
                        .setErrorBound(1e-12)
                        .setAllocated(10)
                        .setUnallocated(0.5)
                        .setPending(-0.0)
                        .setMilliseconds(1.25)
                        .setSeries("s")
                        .build());
    }

    static OutputRecord rejected(Instant asOf, InputTopic topic, long offset, String reason, byte[] value) {
        return of(
                OutputTopic.REJECTED_RECORDS,
                asOf,
                RejectedRecord.newBuilder()
                        .setTopic(topic.topicName())
                        .setPartition(0)
                        .setOffset(offset)
                        .setLogTime(asOf)
                        .setKey(ByteBuffer.wrap("n/m".getBytes(StandardCharsets.UTF_8)))
                        .setValue(value == null ? null : ByteBuffer.wrap(value))
                        .setReason(reason)
                        .setDetail("what, where")
                        .setJobVersion("0")
                        .build());
    }

    private static ActivityEmissionPart part(String month, double amount, String pricedWith, Double emissions) {
        return ActivityEmissionPart.newBuilder()
                .setMonth(month)
                .setInputKind("flow")
                .setInput("electricity")
                .setAmount(amount)
                .setUnit("kW.h")
                .setAccount("counted")
                .setPricedWith(pricedWith)
                .setVersion(null)
                .setEmissions(emissions)
                .setNotes(emissions == null ? List.of() : List.of("exact", "parent-region"))
                .build();
    }
}

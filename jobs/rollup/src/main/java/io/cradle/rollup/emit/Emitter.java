package io.cradle.rollup.emit;

import io.cradle.core.explain.RecordedAmount;
import io.cradle.core.footprint.Publication;
import io.cradle.core.grade.Grading;
import io.cradle.core.network.Settlement;
import io.cradle.schemas.ActivityEmission;
import io.cradle.schemas.ActivityEmissionPart;
import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.OutputRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import java.time.Instant;
import java.util.function.Consumer;

/** Writes what settling an epoch gave. */
public final class Emitter {
    private static final OutputTopic HISTORY = OutputTopic.PRODUCT_FOOTPRINTS;
    private static final OutputTopic LATEST = OutputTopic.LATEST_PRODUCT_FOOTPRINTS;

    private final WireFormat wire;
    private final MessageLimit limit;
    private final Grading grading;
    private final String series;

    public Emitter(SchemaCatalog catalog, Grading grading, String series) {
        this.wire = new WireFormat(catalog);
        this.limit = new MessageLimit(wire);
        this.grading = grading;
        this.series = series;
    }

    /**
     * Writes footprints (history and latest), activity emissions and the revision of an epoch.
     *
     * @param summary what else the revision says of the epoch
     */
    public void emit(String network, Settlement settlement, EpochSummary summary, Consumer<OutputRecord> out) {
        long asOfMs = settlement.asOfMs();
        for (Publication publication : settlement.publications()) {
            ProductFootprint record =
                    FootprintRecords.of(network, publication, grading.of(network, publication), asOfMs, series);
            byte[] key = RecordKey.bytes(RecordKey.join(
                    network, publication.product(), publication.period().label()));
            byte[] value = limit.footprint(record);
            out.accept(new OutputRecord(HISTORY, asOfMs, key, value));
            out.accept(new OutputRecord(LATEST, asOfMs, key, wire.framedFor(LATEST.topicName(), value)));
        }
        settlement.activities().forEach(activity -> out.accept(activity(network, activity, asOfMs)));
        out.accept(revision(network, settlement, summary));
    }

    private OutputRecord activity(String network, Settlement.Activity activity, long asOfMs) {
        ActivityEmission record = ActivityEmission.newBuilder()
                .setNetwork(network)
                .setProcess(activity.process())
                .setFlow(activity.flow())
                .setPeriod(activity.period().label())
                .setAsOf(Instant.ofEpochMilli(asOfMs))
                .setParts(activity.parts().stream().map(Emitter::part).toList())
                .setSeries(series)
                .build();
        String key = RecordKey.join(
                network, activity.process(), activity.flow(), activity.period().label());
        return new OutputRecord(OutputTopic.ACTIVITY_EMISSIONS, asOfMs, RecordKey.bytes(key), limit.activity(record));
    }

    private static ActivityEmissionPart part(RecordedAmount amount) {
        return ActivityEmissionPart.newBuilder()
                .setMonth(amount.month())
                .setInputKind(amount.inputKind())
                .setInput(amount.input())
                .setAmount(FootprintRecords.stated(amount.amount()))
                .setUnit(amount.unit())
                .setAccount(amount.account())
                .setPricedWith(amount.pricedWith())
                .setVersion(amount.version())
                .setEmissions(FootprintRecords.orNull(amount.kgCO2e()))
                .setNotes(amount.notes())
                .build();
    }

    private OutputRecord revision(String network, Settlement settlement, EpochSummary summary) {
        NetworkRevision record = NetworkRevision.newBuilder()
                .setNetwork(network)
                .setAsOf(Instant.ofEpochMilli(settlement.asOfMs()))
                .setApplied(summary.applied().inOrder())
                .setChangesApplied(summary.accepted())
                .setRejected(summary.rejected())
                .setProductsChanged(settlement.publications().size())
                .setErrorBound(FootprintRecords.stated(settlement.errorBound()))
                .setAllocated(FootprintRecords.stated(settlement.balance().allocated()))
                .setUnallocated(FootprintRecords.stated(settlement.balance().unallocated()))
                .setPending(FootprintRecords.stated(settlement.balance().pending()))
                .setMilliseconds(summary.milliseconds())
                .setSeries(series)
                .build();
        OutputTopic topic = OutputTopic.NETWORK_REVISIONS;
        return new OutputRecord(
                topic,
                settlement.asOfMs(),
                RecordKey.bytes(RecordKey.join(network)),
                wire.encode(topic.topicName(), record));
    }
}

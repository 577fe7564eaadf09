package io.cradle.testkit.oracle;

import io.cradle.schemas.FootprintFigures;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.UnresolvedInput;
import io.cradle.schemas.VersionUsed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the oracle's publications as the records that Cradle publishes. */
final class Published {
    private Published() {}

    static List<ProductFootprint> all(List<OracleReplay.Publication> publications) {
        return new ArrayList<>(publications.stream().map(Published::record).toList());
    }

    private static ProductFootprint record(OracleReplay.Publication publication) {
        ProductFootprint.Builder record = ProductFootprint.newBuilder()
                .setNetwork(publication.key().network())
                .setProduct(publication.key().product())
                .setPeriod(publication.key().period())
                .setAsOf(Instant.ofEpochMilli(publication.asOfMs()))
                .setStatus(publication.status())
                .setSeries("s")
                .setPeriodStart(Instant.EPOCH)
                .setPeriodEnd(Instant.EPOCH)
                .setDeclaredUnit("kg");
        publication.footprint().ifPresent(footprint -> fill(record, footprint));
        return record.build();
    }

    private static void fill(ProductFootprint.Builder record, OracleFootprint footprint) {
        record.setPeriodStart(Instant.ofEpochMilli(footprint.periodStartMs()))
                .setPeriodEnd(Instant.ofEpochMilli(footprint.periodEndMs()))
                .setDeclaredUnit(footprint.declaredUnit())
                .setProductName(footprint.productName().orElse(null))
                .setResult(footprint.result())
                .setUnresolved(footprint.unresolved().stream()
                        .map(text -> text.split(": "))
                        .map(parts -> new UnresolvedInput(parts[0], parts[1]))
                        .toList())
                .setVersions(footprint.versions().stream()
                        .map(used -> VersionUsed.newBuilder()
                                .setKey(used.key())
                                .setVersion(used.version().orElse(null))
                                .setLogTime(Instant.ofEpochMilli(used.logTimeMs()))
                                .build())
                        .toList());
        if (footprint.coverage().isPresent()) {
            record.setCoverage(footprint.coverage().getAsDouble());
            record.setFigures(figures(footprint.figures()));
        }
        if (footprint.coveredToMs().isPresent()) {
            record.setCoveredTo(Instant.ofEpochMilli(footprint.coveredToMs().getAsLong()));
        }
    }

    static FootprintFigures figures(Map<String, Double> figures) {
        FootprintFigures record = new FootprintFigures();
        figures.forEach((field, value) ->
                record.put(FootprintFigures.getClassSchema().getField(field).pos(), value));
        return record;
    }
}

package io.cradle.rollup.emit;

import io.cradle.core.explain.VersionUsed;
import io.cradle.core.footprint.Component;
import io.cradle.core.footprint.Figures;
import io.cradle.core.footprint.Publication;
import io.cradle.core.grade.Requirement;
import io.cradle.core.grade.Worth;
import io.cradle.schemas.Contribution;
import io.cradle.schemas.FootprintFigures;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.UnresolvedInput;
import java.time.Instant;

/** Publications as records. */
final class FootprintRecords {
    private FootprintRecords() {}

    static ProductFootprint of(String network, Publication publication, Worth worth, long asOfMs, String series) {
        Figures figures = publication.figures();
        return ProductFootprint.newBuilder()
                .setNetwork(network)
                .setProduct(publication.product())
                .setProductName(publication.name())
                .setPeriod(publication.period().label())
                .setPeriodStart(Instant.ofEpochMilli(publication.period().startMs()))
                .setPeriodEnd(Instant.ofEpochMilli(publication.period().endMs()))
                .setAsOf(Instant.ofEpochMilli(asOfMs))
                .setDeclaredUnit(publication.declaredUnit())
                .setStatus(publication.published().status().code())
                .setResult(
                        publication.published().result() == null
                                ? null
                                : publication.published().result().code())
                .setFigures(figures == null ? null : figures(figures))
                .setCoverage(figures == null ? null : figures.coverage())
                .setCoveredTo(
                        publication.coveredToMs() == Long.MIN_VALUE
                                ? null
                                : Instant.ofEpochMilli(publication.coveredToMs()))
                .setContributions(publication.contributions().stream()
                        .map(FootprintRecords::contribution)
                        .toList())
                .setVersions(publication.versions().stream()
                        .map(FootprintRecords::version)
                        .toList())
                .setUnresolved(publication.unresolved().stream()
                        .map(gap -> new UnresolvedInput(gap.input(), gap.reason()))
                        .toList())
                .setCause(publication.cause())
                .setPreviousPcfExcludingBiogenicUptake(orNull(publication.previousExcludingUptake()))
                .setSeries(series)
                .setUsabilityLevel(worth.level() == null ? null : worth.level().code())
                .setMissingForNextLevel(
                        worth.missing().stream().map(Requirement::code).toList())
                .setCategory(worth.category())
                .setGrade(worth.grade())
                .setGradingScheme(worth.scheme())
                .build();
    }

    private static FootprintFigures figures(Figures figures) {
        return FootprintFigures.newBuilder()
                .setFossil(figures.of(Component.FOSSIL))
                .setLandUseChange(figures.of(Component.LAND_USE_CHANGE))
                .setLandManagementEmissions(figures.of(Component.LAND_MANAGEMENT_EMISSIONS))
                .setLandManagementRemovals(figures.of(Component.LAND_MANAGEMENT_REMOVALS))
                .setBiogenicNonCo2(figures.of(Component.BIOGENIC_NON_CO2))
                .setTechnologicalRemovals(figures.of(Component.TECHNOLOGICAL_REMOVALS))
                .setCcsCapture(figures.of(Component.CCS_CAPTURE))
                .setBiogenicUptake(figures.of(Component.BIOGENIC_UPTAKE))
                .setAircraft(figures.of(Component.AIRCRAFT))
                .setPcfExcludingBiogenicUptake(figures.excludingUptake())
                .setPcfIncludingBiogenicUptake(figures.includingUptake())
                .setCredits(figures.of(Component.CREDITS))
                .setPackaging(figures.of(Component.PACKAGING))
                .setOutboundLogistics(figures.of(Component.OUTBOUND))
                .setGross(figures.of(Component.GROSS))
                .setPrimaryDataShare(orNull(figures.primaryDataShare()))
                .setTechnologicalDqr(orNull(figures.rating(Component.TECHNOLOGICAL_DQR)))
                .setGeographicalDqr(orNull(figures.rating(Component.GEOGRAPHICAL_DQR)))
                .setTemporalDqr(orNull(figures.rating(Component.TEMPORAL_DQR)))
                .setExemptedPercent(figures.exemptedPercent())
                .setCarriedForward(figures.carriedForward())
                .build();
    }

    private static Contribution contribution(io.cradle.core.explain.Contribution contribution) {
        return Contribution.newBuilder()
                .setKind(contribution.kind())
                .setInput(contribution.input())
                .setAmount(stated(contribution.amount()))
                .setUnit(contribution.unit())
                .setPcfExcludingBiogenicUptake(orNull(contribution.kgCO2e()))
                .setPurpose(contribution.purpose())
                .setNotes(contribution.notes())
                .build();
    }

    private static io.cradle.schemas.VersionUsed version(VersionUsed version) {
        return io.cradle.schemas.VersionUsed.newBuilder()
                .setKey(version.key())
                .setVersion(version.version())
                .setSource(version.source())
                .setLogTime(Instant.ofEpochMilli(version.logTimeMs()))
                .build();
    }

    /** A number, or null where there is none: readers never meet a figure beyond what numbers can say. */
    static Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** An amount that must be stated: the largest number stands for anything beyond. */
    static double stated(double amount) {
        return Double.isNaN(amount) ? 0 : Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, amount));
    }
}

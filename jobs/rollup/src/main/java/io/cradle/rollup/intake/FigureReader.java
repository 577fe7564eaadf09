package io.cradle.rollup.intake;

import io.cradle.core.RejectReason;
import io.cradle.core.RejectedException;
import io.cradle.core.factor.Factor;
import io.cradle.core.factor.FactorKind;
import io.cradle.core.factor.Quality;
import io.cradle.core.factor.Regions;
import io.cradle.core.factor.SupplierRecord;
import io.cradle.core.footprint.Component;
import io.cradle.core.quantity.Decimals;
import io.cradle.core.quantity.MassEnergy;
import io.cradle.core.quantity.Unit;
import io.cradle.schemas.DataQuality;
import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.Indicators;
import io.cradle.schemas.SupplierEmission;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Makes factors and supplier records of their records; checks signs and sums (PACT v3). */
final class FigureReader {
    private static final double SUM_ROUNDING = 1e-6;

    private final Fields fields;

    FigureReader(Fields fields) {
        this.fields = fields;
    }

    Factor factor(String key, EmissionFactor factor) throws RejectedException {
        String flow = fields.required(factor.getFlow(), "flow");
        FactorKind kind = fields.word(
                fields.required(factor.getKind(), "kind"), "kind", FactorKind::find, "supply, combustion, grid-direct");
        requireConvertibleGwp(factor.getGwpSet());
        requireOrder(factor.getValidFrom(), factor.getValidTo(), "validity");
        String region = fields.region(factor.getRegion());
        Unit unit = fields.unit(factor.getUnit(), "unit");
        return new Factor(
                key,
                flow,
                region == null ? Regions.GLOBAL : region,
                kind,
                fields.required(factor.getValidFrom(), "valid_from"),
                factor.getValidTo(),
                new MassEnergy(
                        unit,
                        fields.positiveOrNaN(factor.getKgPerUnit(), "kg_per_unit"),
                        fields.positiveOrNaN(factor.getNetMjPerUnit(), "net_mj_per_unit")),
                indicators(factor.getIndicators(), 1),
                quality(factor.getQuality()),
                Fields.orNull(factor.getVersion()),
                Fields.orNull(factor.getSource()));
    }

    SupplierRecord supplier(SupplierEmission supplier) throws RejectedException {
        String record = fields.required(supplier.getRecord(), "record");
        String by = fields.required(supplier.getSupplier(), "supplier");
        String product = fields.required(supplier.getProduct(), "product");
        Unit unit = fields.unit(supplier.getDeclaredUnit(), "declared_unit");
        double amount = fields.positive(supplier.getDeclaredUnitAmount(), "declared_unit_amount");
        requireConvertibleGwp(supplier.getGwpSet());
        fields.region(supplier.getRegion());
        fields.within(supplier.getExemptedPercent(), "exempted_percent", 0, 100, 0);
        double[] indicators = indicators(supplier.getIndicators(), amount);
        if (!Fields.isAbsent(supplier.getPcfExcludingBiogenicUptake())) {
            requireSum(supplier.getPcfExcludingBiogenicUptake(), amount, indicators);
        }
        requireOrder(supplier.getReferenceStart(), supplier.getReferenceEnd(), "reference");
        requireOrder(supplier.getValidFrom(), supplier.getValidTo(), "validity");
        return new SupplierRecord(
                record,
                List.copyOf(supplier.getPreceding()),
                by,
                product,
                fields.required(supplier.getReferenceEnd(), "reference_end"),
                supplier.getValidFrom(),
                supplier.getValidTo(),
                MassEnergy.mass(unit, fields.positiveOrNaN(supplier.getProductMass(), "product_mass")),
                indicators,
                quality(supplier.getQuality()));
    }

    private static void requireOrder(LocalDate from, LocalDate to, String what) throws RejectedException {
        if (from != null && to != null && to.isBefore(from)) {
            throw new RejectedException(
                    RejectReason.INTERVAL_REVERSED, what + " ends on " + to + ", before it starts on " + from);
        }
    }

    /** Figures without gases cannot be restated under another GWP set. */
    private void requireConvertibleGwp(String gwpSet) throws RejectedException {
        if (!Fields.isAbsent(gwpSet)) {
            fields.word(
                    gwpSet,
                    "gwp_set",
                    text -> text.equals("AR6") ? Optional.of(text) : Optional.empty(),
                    "AR6 (figures of another set cannot be converted without their gases)");
        }
    }

    private double[] indicators(Indicators given, double per) throws RejectedException {
        return new double[] {
            indicator(given.getFossil(), "fossil", 1) / per,
            indicator(given.getLandUseChange(), "land_use_change", 1) / per,
            indicator(given.getLandManagementEmissions(), "land_management_emissions", 0) / per,
            indicator(given.getLandManagementRemovals(), "land_management_removals", -1) / per,
            indicator(given.getBiogenicNonCo2(), "biogenic_non_co2", 1) / per,
            indicator(given.getTechnologicalRemovals(), "technological_removals", -1) / per,
            indicator(given.getCcsCapture(), "ccs_capture", -1) / per,
            indicator(given.getBiogenicUptake(), "biogenic_uptake", -1) / per,
            indicator(given.getAircraft(), "aircraft", 1) / per
        };
    }

    private double indicator(String text, String field, int sign) throws RejectedException {
        if (Fields.isAbsent(text)) {
            return 0;
        }
        double value = fields.amount(text, field);
        if (value * sign < 0) {
            throw new RejectedException(
                    RejectReason.SIGN_MISMATCH,
                    field + ": " + text + " must be " + (sign > 0 ? "0 or more" : "0 or less"));
        }
        return value;
    }

    private static void requireSum(String stated, double per, double[] indicators) throws RejectedException {
        double sum = Component.excludingUptake(indicators, 0);
        double gross = 0;
        for (double indicator : indicators) {
            gross += Math.abs(indicator);
        }
        double statedPerUnit = Decimals.parse(stated, "pcf_excluding_biogenic_uptake") / per;
        if (!(Math.abs(statedPerUnit - sum) <= SUM_ROUNDING * Math.max(gross, Math.abs(statedPerUnit)))) {
            throw new RejectedException(
                    RejectReason.SUM_MISMATCH,
                    "pcf_excluding_biogenic_uptake is " + stated + ", but its indicators add up to " + sum * per);
        }
    }

    private Quality quality(DataQuality given) throws RejectedException {
        return new Quality(
                fields.within(given.getPrimaryDataShare(), "primary_data_share", 0, 100, 0) / 100,
                rating(given.getTechnologicalDqr(), "technological_dqr"),
                rating(given.getGeographicalDqr(), "geographical_dqr"),
                rating(given.getTemporalDqr(), "temporal_dqr"));
    }

    private double rating(String text, String field) throws RejectedException {
        return fields.within(text, field, 1, Quality.UNKNOWN_RATING, Quality.UNKNOWN_RATING);
    }
}

package io.cradle.testkit.generate;

import io.cradle.schemas.DataQuality;
import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.Indicators;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** The factor table that all networks of a log share. */
final class FactorActions implements Actions {
    static final List<String> FLOWS = List.of("electricity", "steam", "ore", "freight", "gas-grid", "wood");
    static final List<String> FUELS = List.of("diesel", "coal");
    private static final List<String> REGIONS = List.of("CN", "CN-ZJ", "CN-X-EAST", "DE", "US");
    private static final List<String> VALID_FROM =
            List.of("2021-01-01", "2023-01-01", "2024-01-01", "2024-02-01", "2024-03-01", "2024-04-15");

    private final GeneratorOptions options;
    private final Dice dice;
    private final TreeMap<String, EmissionFactor> written = new TreeMap<>();

    FactorActions(GeneratorOptions options, Dice dice) {
        this.options = options;
        this.dice = dice;
    }

    @Override
    public int weight() {
        return options.has(Feature.FACTOR_CHANGES) ? 8 : 0;
    }

    @Override
    public void begin(LogBuilder log, long nowMs) {
        FLOWS.forEach(flow -> put(log, factor(flow, "supply", null, "2023-01-01")));
        for (String fuel : FUELS) {
            put(log, factor(fuel, "supply", null, "2023-01-01"));
            // One fuel may lack its stack factor: half of its lines then stay unresolved.
            if (!options.has(Feature.GAPS) || dice.chance(0.7)) {
                put(log, factor(fuel, "combustion", null, "2023-01-01"));
            }
        }
        // The fallback of one bought product.
        put(log, factor("b1", "supply", null, "2023-01-01"));
        if (options.has(Feature.FACTOR_VARIETY)) {
            for (int i = 0; i < 8; i++) {
                put(log, anyFactor());
            }
            put(log, factor("electricity", "grid-direct", "CN", "2023-01-01"));
        }
    }

    @Override
    public void act(LogBuilder log, long nowMs) {
        if (options.has(Feature.DELETIONS) && dice.chance(0.15) && !written.isEmpty()) {
            String key = dice.pick(List.copyOf(written.keySet()));
            written.remove(key);
            log.delete(InputTopic.EMISSION_FACTORS, RecordKey.split(key).toArray(new String[0]));
        } else if (dice.chance(0.5) && !written.isEmpty()) {
            EmissionFactor before = dice.pick(List.copyOf(written.values()));
            put(
                    log,
                    factor(
                            before.getFlow(),
                            before.getKind(),
                            before.getRegion(),
                            before.getValidFrom().toString()));
        } else {
            put(log, anyFactor());
        }
    }

    private EmissionFactor anyFactor() {
        boolean fuel = dice.chance(0.25);
        String flow = dice.pick(fuel ? FUELS : FLOWS);
        String kind = fuel ? dice.of("supply", "combustion") : "supply";
        String region = options.has(Feature.FACTOR_VARIETY) && dice.chance(0.6) ? dice.pick(REGIONS) : null;
        return factor(flow, kind, region, dice.pick(VALID_FROM));
    }

    private EmissionFactor factor(String flow, String kind, String region, String validFrom) {
        double scale = flow.equals("freight") ? 0.1 : 1;
        EmissionFactor.Builder factor = EmissionFactor.newBuilder(
                        Records.factor(flow, kind, validFrom, unit(flow), dice.decimal(0.05 * scale, 2 * scale)))
                .setRegion(region)
                .setVersion(dice.of(null, "v1", "v2"));
        if (options.has(Feature.FACTOR_VARIETY)) {
            vary(factor, flow, LocalDate.parse(validFrom));
        }
        return factor.build();
    }

    private void vary(EmissionFactor.Builder factor, String flow, LocalDate validFrom) {
        if (dice.chance(0.3)) {
            factor.setValidTo(validFrom.plusMonths(dice.between(1, 30)).minusDays(1));
        }
        Indicators.Builder indicators = Indicators.newBuilder(factor.getIndicators());
        if (dice.chance(0.3)) {
            indicators.setLandUseChange(dice.decimal(0, 0.5)).setBiogenicNonCo2(dice.decimal(0, 0.2));
        }
        if (flow.equals("wood")) {
            indicators.setBiogenicUptake("-" + dice.decimal(1, 1.8)).setLandManagementRemovals("-0.02");
        }
        if (dice.chance(0.1)) {
            indicators.setCcsCapture("-" + dice.decimal(0.01, 0.05)).setAircraft(dice.decimal(0, 0.1));
        }
        factor.setIndicators(indicators.build()).setQuality(quality());
        // Diesel is priced per litre, coal per t, gas per m3: amounts come in mass, volume and energy.
        switch (flow) {
            case "diesel" -> factor.setKgPerUnit("0.84").setNetMjPerUnit("36.1");
            case "coal" -> factor.setNetMjPerUnit("26700");
            case "gas-grid" -> factor.setKgPerUnit("0.72").setNetMjPerUnit("35.8");
            default -> factor.clearKgPerUnit();
        }
    }

    private DataQuality quality() {
        DataQuality.Builder quality = DataQuality.newBuilder();
        if (dice.chance(0.5)) {
            quality.setPrimaryDataShare(dice.decimal(0, 100));
            quality.setTechnologicalDqr(String.valueOf(dice.between(1, 5)));
            quality.setTemporalDqr(String.valueOf(dice.between(1, 4)));
        }
        return quality.build();
    }

    static String unit(String flow) {
        return switch (flow) {
            case "electricity" -> "kW.h";
            case "steam" -> "MJ";
            case "freight" -> "t.km";
            case "gas-grid" -> "m3";
            case "diesel" -> "L";
            case "coal" -> "t";
            default -> "kg";
        };
    }

    /** A unit in which amounts of a flow may come. */
    static String someUnit(String flow, Dice dice, boolean variety) {
        if (!variety) {
            return unit(flow);
        }
        return switch (flow) {
            case "electricity" -> dice.of("kW.h", "MW.h", "MJ", "W.h");
            case "steam" -> dice.of("MJ", "GJ", "kW.h");
            case "freight" -> dice.of("t.km", "kg.km");
            case "gas-grid" -> dice.of("m3", "L", "kg", "MJ");
            case "diesel" -> dice.of("L", "kg", "MJ", "m3");
            case "coal" -> dice.of("t", "kg", "GJ");
            default -> dice.of("kg", "t", "g");
        };
    }

    private void put(LogBuilder log, EmissionFactor factor) {
        written.put(RecordKey.of(InputTopic.EMISSION_FACTORS, factor), factor);
        log.put(factor);
    }
}

package io.cradle.cli.suppliers.pact;

import io.cradle.schemas.Indicators;
import java.util.function.BiConsumer;

/** The indicators of a PACT 3 CarbonFootprint, kgCO2e per declared unit (OpenAPI 3.0.3): name, sign and place. */
enum PactIndicator {
    FOSSIL("fossilGhgEmissions", 1, false, Indicators.Builder::setFossil),
    LAND_USE_CHANGE("landUseChangeGhgEmissions", 1, false, Indicators.Builder::setLandUseChange),
    LAND_MANAGEMENT_EMISSIONS(
            "landManagementBiogenicCO2Emissions", 1, true, Indicators.Builder::setLandManagementEmissions),
    LAND_MANAGEMENT_REMOVALS(
            "landManagementBiogenicCO2Removals", -1, true, Indicators.Builder::setLandManagementRemovals),
    BIOGENIC_NON_CO2("biogenicNonCO2Emissions", 1, false, Indicators.Builder::setBiogenicNonCo2),
    TECHNOLOGICAL_REMOVALS("technologicalCO2Removals", -1, true, Indicators.Builder::setTechnologicalRemovals),
    CCS_CAPTURE("ccsTechnologicalCO2Capture", -1, true, Indicators.Builder::setCcsCapture),
    BIOGENIC_UPTAKE("biogenicCO2Uptake", -1, true, Indicators.Builder::setBiogenicUptake),
    AIRCRAFT("aircraftGhgEmissions", 1, false, Indicators.Builder::setAircraft);

    private final String field;
    private final int sign;
    private final boolean onlyCo2;
    private final BiConsumer<Indicators.Builder, String> setter;

    PactIndicator(String field, int sign, boolean onlyCo2, BiConsumer<Indicators.Builder, String> setter) {
        this.field = field;
        this.sign = sign;
        this.onlyCo2 = onlyCo2;
        this.setter = setter;
    }

    String field() {
        return field;
    }

    /** 1 where it must be 0 or more, -1 where it must be 0 or less. */
    int sign() {
        return sign;
    }

    /** Whether it is CO2 by its definition, and so the same under every GWP set. */
    boolean isOnlyCo2() {
        return onlyCo2;
    }

    /** Whether it is part of the footprint excluding biogenic uptake. */
    boolean countsExcludingUptake() {
        return this != BIOGENIC_UPTAKE && this != AIRCRAFT;
    }

    void set(Indicators.Builder indicators, String text) {
        setter.accept(indicators, text);
    }

    @Override
    public String toString() {
        return field;
    }
}

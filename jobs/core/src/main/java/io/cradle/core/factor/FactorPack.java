package io.cradle.core.factor;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables of published factors that come with Cradle: CSV, one row per factor. */
public enum FactorPack {
    CHINA_ELECTRICITY_2023,
    CHINA_ELECTRICITY_2024,
    CHINA_GRID_2023,
    CHINA_FUELS,
    IPCC_2006_FUELS,
    GWP_AR5,
    GWP_AR6;

    /** The name as commands know it, such as {@code china-electricity-2024}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The CSV; the caller closes it. */
    public InputStream open() {
        return FactorPack.class.getResourceAsStream("/io/cradle/core/packs/" + code() + ".csv");
    }

    public static Optional<FactorPack> find(String code) {
        return Arrays.stream(values()).filter(pack -> pack.code().equals(code)).findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(FactorPack::code).toList();
    }
}

package io.cradle.testkit.oracle;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which region lies in which: subdivision, grid region of China, country, world. */
final class Regions {
    static final String WORLD = "GLO";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Map<String, List<String>> CHINA_GRIDS = Map.of(
            "CN-X-NORTH", List.of("BJ", "TJ", "HE", "SX", "SD", "NM"),
            "CN-X-NORTHEAST", List.of("LN", "JL", "HL"),
            "CN-X-EAST", List.of("SH", "JS", "ZJ", "AH", "FJ"),
            "CN-X-CENTRAL", List.of("HA", "HB", "HN", "JX"),
            "CN-X-NORTHWEST", List.of("SN", "GS", "QH", "NX", "XJ"),
            "CN-X-SOUTH", List.of("GD", "GX", "HI", "GZ", "YN"),
            "CN-X-SOUTHWEST", List.of("CQ", "SC", "XZ"));

    private Regions() {}

    static boolean known(String region) {
        if (region.equals(WORLD) || CHINA_GRIDS.containsKey(region) || COUNTRIES.contains(region)) {
            return true;
        }
        return region.matches("[A-Z]{2}-[A-Z0-9]{1,3}") && COUNTRIES.contains(region.substring(0, 2));
    }

    /** The region around a known region; empty around the world. */
    static Optional<String> parent(String region) {
        if (region.equals(WORLD)) {
            return Optional.empty();
        }
        if (COUNTRIES.contains(region)) {
            return Optional.of(WORLD);
        }
        String country = region.substring(0, 2);
        if (country.equals("CN") && !CHINA_GRIDS.containsKey(region)) {
            String province = region.substring(3);
            return CHINA_GRIDS.entrySet().stream()
                    .filter(grid -> grid.getValue().contains(province))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .or(() -> Optional.of(country));
        }
        return Optional.of(country);
    }
}

package io.cradle.core.factor;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The tree of regions: subdivision → grid region (regions.csv) → country → GLO. */
public final class Regions {
    public static final String GLOBAL = "GLO";

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final Map<String, String> PARENTS = load();

    private Regions() {}

    /** Whether the code is GLO, an ISO 3166-1 country, one of its ISO 3166-2 style subdivisions, or of regions.csv. */
    public static boolean isKnown(String region) {
        return region.equals(GLOBAL)
                || COUNTRIES.contains(region)
                || PARENTS.containsKey(region)
                || (SUBDIVISION.matcher(region).matches() && COUNTRIES.contains(region.substring(0, 2)));
    }

    /** The next wider region, or empty for GLO. */
    public static Optional<String> parent(String region) {
        if (region.equals(GLOBAL)) {
            return Optional.empty();
        }
        String listed = PARENTS.get(region);
        if (listed != null) {
            return Optional.of(listed);
        }
        return Optional.of(region.indexOf('-') > 0 ? region.substring(0, 2) : GLOBAL);
    }

    private static Map<String, String> load() {
        Map<String, String> parents = new HashMap<>();
        for (String[] row : ResourceTable.rows("regions.csv", 3)) {
            parents.put(row[0], row[1]);
        }
        return parents;
    }
}

package io.cradle.cli.audit;

import io.cradle.cli.CommandException;
import io.cradle.rollup.config.Settings;
import io.cradle.schemas.ProductFootprint;
import io.cradle.testkit.oracle.OracleFootprint.FootprintKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Whether records were published under the settings that an audit was given: figures of others would all differ. */
final class SeriesCheck {
    private SeriesCheck() {}

    /**
     * Looks at the publications in force, or at every one.
     *
     * @throws CommandException if one is of another series
     */
    static void requireSame(Settings settings, AuditScope scope, List<ProductFootprint> published, boolean every) {
        List<ProductFootprint> ofScope = published.stream()
                .filter(footprint -> scope.selection().matches(key(footprint)))
                .toList();
        TreeSet<String> series = (every ? ofScope : inForce(ofScope))
                .stream().map(ProductFootprint::getSeries).collect(Collectors.toCollection(TreeSet::new));
        String own = settings.seriesId();
        if (series.isEmpty() || (series.size() == 1 && series.contains(own))) {
            return;
        }
        if (series.contains(own)) {
            throw new CommandException("the footprints of " + scope + " are of several series, " + series
                    + ", of which the settings given make " + own
                    + (every
                            ? ": leave --every out to audit what is in force"
                            : ": wait until the job has published all of them anew, or name an earlier --as-of"));
        }
        throw new CommandException("the footprints of " + scope + " are of series " + String.join(", ", series)
                + ", but the settings given make series " + own + " (" + settings.series()
                + "): give the settings file of the job that published them with --settings, or single settings"
                + " with --set");
    }

    private static List<ProductFootprint> inForce(List<ProductFootprint> published) {
        Map<FootprintKey, ProductFootprint> last = new TreeMap<>();
        published.forEach(footprint -> last.merge(
                key(footprint), footprint, BinaryOperator.maxBy(Comparator.comparing(ProductFootprint::getAsOf))));
        return List.copyOf(last.values());
    }

    private static FootprintKey key(ProductFootprint footprint) {
        return new FootprintKey(footprint.getNetwork(), footprint.getProduct(), footprint.getPeriod());
    }
}

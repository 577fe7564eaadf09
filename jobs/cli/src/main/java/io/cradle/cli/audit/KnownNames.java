package io.cradle.cli.audit;

import io.cradle.cli.CommandException;
import io.cradle.cli.log.DidYouMean;
import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.testkit.oracle.LogEntry;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Complains of names that nothing in the log goes by, with the one that was probably meant. */
final class KnownNames {
    private KnownNames() {}

    static void requireProduct(AuditScope scope, List<LogEntry> log) {
        TreeSet<String> products = log.stream()
                .filter(entry -> entry.topic() == InputTopic.BILLS_OF_MATERIALS)
                .map(entry -> RecordKey.split(entry.key()).get(1))
                .collect(Collectors.toCollection(TreeSet::new));
        if (scope.product().isPresent() && !products.contains(scope.product().get())) {
            throw new CommandException("network '" + scope.network() + "' has no bill of a product '"
                    + scope.product().get() + "' up to that log time"
                    + DidYouMean.instead(scope.product().get(), products));
        }
    }

    /** Says that there is nothing of a scope, and names the nearest period where one is asked for. */
    static CommandException noFootprints(AuditScope scope, List<ProductFootprint> published) {
        TreeSet<String> periods =
                published.stream().map(ProductFootprint::getPeriod).collect(Collectors.toCollection(TreeSet::new));
        return new CommandException("there is no footprint of " + scope + " at that log time, and there must be none"
                + scope.period()
                        .map(period -> DidYouMean.instead(period, periods))
                        .orElse(""));
    }
}

package io.cradle.connectors.files.sink;

import static io.cradle.connectors.files.sink.CellPrint.instant;
import static io.cradle.connectors.files.sink.CellPrint.number;

import io.cradle.schemas.NetworkRevision;
import io.cradle.schemas.wire.OutputTopic;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** network-revisions.csv: one row per network and settled epoch; emissions in kgCO2e. */
final class RevisionTable implements Table {

    @Override
    public OutputTopic topic() {
        return OutputTopic.NETWORK_REVISIONS;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "network",
                "as_of",
                "applied",
                "changes_applied",
                "rejected",
                "products_changed",
                "error_bound",
                "allocated",
                "unallocated",
                "pending",
                "milliseconds",
                "series");
    }

    @Override
    public String sortKey(SpecificRecord record) {
        return ((NetworkRevision) record).getNetwork();
    }

    @Override
    public List<String[]> rows(SpecificRecord record) {
        NetworkRevision revision = (NetworkRevision) record;
        return Collections.singletonList(new String[] {
            revision.getNetwork(),
            instant(revision.getAsOf()),
            applied(revision),
            Integer.toString(revision.getChangesApplied()),
            Integer.toString(revision.getRejected()),
            Integer.toString(revision.getProductsChanged()),
            number(revision.getErrorBound()),
            number(revision.getAllocated()),
            number(revision.getUnallocated()),
            number(revision.getPending()),
            number(revision.getMilliseconds()),
            revision.getSeries()
        });
    }

    private static String applied(NetworkRevision revision) {
        return revision.getApplied().stream()
                .map(position -> position.getTopic() + "/" + position.getPartition() + "/" + position.getOffset())
                .collect(Collectors.joining(";"));
    }
}

package io.cradle.cli.suppliers.pact;

import io.cradle.core.Position;
import io.cradle.core.RejectedException;
import io.cradle.rollup.config.Settings;
import io.cradle.rollup.intake.ChangeReader;
import io.cradle.rollup.intake.Plausibility;
import io.cradle.schemas.SupplierEmission;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import java.util.Map;

/** Asks the job's own intake whether it would take a record, so that nothing is sent only to be rejected. */
final class IntakeCheck {
    private static final InputTopic TOPIC = InputTopic.SUPPLIER_EMISSIONS;

    private final WireFormat wire = new WireFormat(SchemaCatalog.bundled());
    private final ChangeReader intake =
            new ChangeReader(SchemaCatalog.bundled(), Plausibility.of(Settings.of(Map.of())));

    void judge(SupplierEmission record, PactObject document) {
        try {
            byte[] key = RecordKey.bytes(RecordKey.of(TOPIC, record));
            intake.read(TOPIC, new Position(0, TOPIC.topicName(), 0, 0), key, wire.encode(TOPIC.topicName(), record));
        } catch (RejectedException e) {
            document.error(
                    "",
                    "the job would reject it as " + e.rejection().reason().code(),
                    e.rejection().detail());
        }
    }
}

package io.cradle.connectors.files.sink;

import static io.cradle.connectors.files.sink.CellPrint.instant;
import static io.cradle.connectors.files.sink.CellPrint.list;
import static io.cradle.connectors.files.sink.CellPrint.number;

import io.cradle.schemas.ActivityEmission;
import io.cradle.schemas.ActivityEmissionPart;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.RecordKey;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** activity-emissions.csv: one row per month and factor of a recorded amount. */
final class ActivityTable implements Table {

    @Override
    public OutputTopic topic() {
        return OutputTopic.ACTIVITY_EMISSIONS;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "network",
                "process",
                "flow",
                "period",
                "as_of",
                "month",
                "input_kind",
                "input",
                "amount",
                "unit",
                "account",
                "priced_with",
                "version",
                "emissions",
                "notes");
    }

    @Override
    public String sortKey(SpecificRecord record) {
        ActivityEmission emission = (ActivityEmission) record;
        return RecordKey.join(emission.getNetwork(), emission.getProcess(), emission.getFlow(), emission.getPeriod());
    }

    @Override
    public List<String[]> rows(SpecificRecord record) {
        ActivityEmission emission = (ActivityEmission) record;
        return emission.getParts().stream().map(part -> row(emission, part)).toList();
    }

    private static String[] row(ActivityEmission emission, ActivityEmissionPart part) {
        return new String[] {
            emission.getNetwork(),
            emission.getProcess(),
            emission.getFlow(),
            emission.getPeriod(),
            instant(emission.getAsOf()),
            part.getMonth(),
            part.getInputKind(),
            part.getInput(),
            number(part.getAmount()),
            part.getUnit(),
            part.getAccount(),
            part.getPricedWith(),
            part.getVersion(),
            number(part.getEmissions()),
            list(part.getNotes())
        };
    }
}

package io.cradle.cli.factors.check;

import io.cradle.cli.factors.table.FactorColumns;
import io.cradle.cli.factors.table.FactorRow;
import io.cradle.connectors.files.input.RecordCells;
import io.cradle.connectors.files.rows.Column;
import io.cradle.connectors.files.rows.UndecodableCell;
import io.cradle.core.Position;
import io.cradle.core.RejectedException;
import io.cradle.rollup.intake.ChangeReader;
import io.cradle.rollup.intake.Plausibility;
import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes records of rows, and asks the job's own intake whether it would take them. */
public final class FactorRecords {
    private static final InputTopic TOPIC = InputTopic.EMISSION_FACTORS;
    /** Publications are often dated to the month or year; the contract holds days. The source says the rest. */
    private static final Pattern PART_OF_A_DATE = Pattern.compile("\\d{4}(-\\d{2})?");

    private final WireFormat wire = new WireFormat(SchemaCatalog.bundled());
    private final ChangeReader intake;

    public FactorRecords(Plausibility limits) {
        this.intake = new ChangeReader(SchemaCatalog.bundled(), limits);
    }

    /** What stops a row from becoming a factor of the job, or empty. */
    Optional<Defect> refusal(FactorRow row) {
        EmissionFactor record;
        try {
            record = fill(row);
        } catch (Unfit e) {
            return Optional.of(e.defect);
        }
        try {
            byte[] key = RecordKey.bytes(RecordKey.of(TOPIC, record));
            intake.readFactor(new Position(0, TOPIC.topicName(), 0, 0), key, wire.encode(TOPIC.topicName(), record));
            return Optional.empty();
        } catch (RejectedException e) {
            String detail = e.rejection().detail();
            return Optional.of(Defect.in(
                    row,
                    column(detail),
                    detail,
                    "the job rejects it as " + e.rejection().reason().code()));
        }
    }

    /** The record of a row that nothing stops. */
    public EmissionFactor record(FactorRow row) {
        try {
            return fill(row);
        } catch (Unfit e) {
            throw new IllegalStateException(e.defect.sentence(), e);
        }
    }

    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Defect defect;

        Unfit(Defect defect, Throwable cause) {
            super(cause);
            this.defect = defect;
        }
    }

    private static EmissionFactor fill(FactorRow row) throws Unfit {
        EmissionFactor record = (EmissionFactor) RecordCells.blank(TOPIC.schema());
        for (Column column : FactorColumns.OF_RECORD) {
            try {
                RecordCells.put(record, column, cell(row, column.name()));
            } catch (UndecodableCell e) {
                String what = message(e.getMessage());
                throw new Unfit(Defect.in(row, column.name(), what, "write a day such as 2024-01-31"), e);
            }
        }
        return record;
    }

    private static String cell(FactorRow row, String column) {
        boolean vague = column.equals("published")
                && PART_OF_A_DATE.matcher(row.text(column)).matches();
        return row.has(column) && !vague ? row.text(column) : null;
    }

    private static String message(String complaint) {
        return complaint.substring(complaint.indexOf(": ") + 2);
    }

    /** Intake names the field first. */
    private static String column(String detail) {
        return FactorColumns.OF_RECORD.stream()
                .map(Column::name)
                .filter(name -> detail.matches("(?s)" + name + "(: | is | must ).*"))
                .findFirst()
                .orElse(detail.startsWith("validity") ? "valid_to" : "flow");
    }
}

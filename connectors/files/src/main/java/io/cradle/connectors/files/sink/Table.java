package io.cradle.connectors.files.sink;

import io.cradle.schemas.wire.OutputTopic;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** One result file: its columns, and how a record of its topic is printed. */
interface Table {

    OutputTopic topic();

    List<String> columns();

    /** Where the record stands among those of its epoch. */
    String sortKey(SpecificRecord record);

    /** The rows of the record, each as wide as the columns; an absent value is null. */
    List<String[]> rows(SpecificRecord record);
}

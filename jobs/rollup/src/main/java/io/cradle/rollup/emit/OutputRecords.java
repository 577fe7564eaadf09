package io.cradle.rollup.emit;

import io.cradle.schemas.wire.OutputRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** How output records travel between operators. */
public final class OutputRecords {
    public static final TypeInformation<OutputRecord> TYPE = TypeInformation.of(OutputRecord.class);

    private OutputRecords() {}
}

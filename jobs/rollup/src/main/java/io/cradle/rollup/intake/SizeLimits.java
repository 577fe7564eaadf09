package io.cradle.rollup.intake;

import io.cradle.core.RejectReason;
import io.cradle.core.RejectedException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * How large a record may be. Names are repeated in state, in keys and in explanations of what rests on them; without
 * limits one record of a megabyte would make results that no broker takes, and stop the job for ever.
 */
final class SizeLimits {
    /** Also the limit of a broker that nobody has set otherwise, but there it is counted after compression. */
    static final int MAX_VALUE_BYTES = 1 << 20;

    static final int MAX_TEXT_CHARS = 2_000;

    private SizeLimits() {}

    /**
     * Judges the value as it came.
     *
     * @throws RejectedException undecodable
     */
    static void requireSmall(byte[] value) throws RejectedException {
        if (value.length > MAX_VALUE_BYTES) {
            throw tooLarge("the value has " + value.length + " bytes", MAX_VALUE_BYTES);
        }
    }

    /**
     * Judges every text of a record.
     *
     * @throws RejectedException undecodable
     */
    static void requireShortTexts(IndexedRecord record) throws RejectedException {
        List<Schema.Field> fields = record.getSchema().getFields();
        for (int i = 0; i < fields.size(); i++) {
            requireShort(record.get(i), fields.get(i).name());
        }
    }

    private static void requireShort(Object value, String field) throws RejectedException {
        if (value instanceof String text) {
            if (text.length() > MAX_TEXT_CHARS) {
                throw tooLarge(field + " has " + text.length() + " characters", MAX_TEXT_CHARS);
            }
        } else if (value instanceof IndexedRecord inner) {
            requireShortTexts(inner);
        } else if (value instanceof List<?> list) {
            for (Object element : list) {
                requireShort(element, field);
            }
        }
    }

    private static RejectedException tooLarge(String what, int most) {
        return new RejectedException(RejectReason.UNDECODABLE, what + ", at most " + most + " are read");
    }
}

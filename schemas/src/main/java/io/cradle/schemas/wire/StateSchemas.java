package io.cradle.schemas.wire;

import io.cradle.schemas.MeterDay;
import io.cradle.schemas.NetworkClock;
import io.cradle.schemas.PublishedFootprint;
import io.cradle.schemas.StoredFact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * The records that live in state, as this and every released version write them. Bytes in state name their schema by a
 * fingerprint only, and there is no registry that would know it: whoever reads a savepoint must bring the schemas of
 * all versions that can have written it.
 */
public final class StateSchemas {
    /** Every released version, oldest first; its schemas lie beside this class under {@code state/VERSION}. */
    private static final List<String> VERSIONS = List.of("0.1.0", "0.2.0");

    private StateSchemas() {}

    /** Every released version, oldest first. */
    public static List<String> versions() {
        return VERSIONS;
    }

    /** The records that live in state, as this build writes them. */
    public static List<Schema> current() {
        return List.of(
                StoredFact.getClassSchema(),
                MeterDay.getClassSchema(),
                NetworkClock.getClassSchema(),
                PublishedFootprint.getClassSchema());
    }

    /** The schemas under which released versions wrote a record, oldest first; versions without it are left out. */
    public static List<Schema> released(Schema record) {
        List<Schema> schemas = new ArrayList<>();
        for (String version : VERSIONS) {
            String resource = "state/" + version + "/" + record.getName() + ".avsc";
            try (InputStream in = StateSchemas.class.getResourceAsStream(resource)) {
                if (in != null) {
                    schemas.add(new Schema.Parser().parse(in));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the schema " + resource + " of this build cannot be read", e);
            }
        }
        return schemas;
    }
}

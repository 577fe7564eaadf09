package io.cradle.testkit.oracle;

import java.util.Optional;

/**
 * A factor or supplier record that a product rests on directly.
 *
 * @param key the record's key
 * @param version its version text, where it has one
 * @param logTimeMs log time of the record
 */
public record OracleVersion(String key, Optional<String> version, long logTimeMs) {

    /** Whether both are the same version, whenever it was written to the log. */
    boolean sameVersion(OracleVersion other) {
        return key.equals(other.key) && version.equals(other.version);
    }
}

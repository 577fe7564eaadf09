package io.cradle.core.explain;

/**
 * A factor or supplier record that a product rests on directly.
 *
 * @param version as published, or null
 * @param source or null
 * @param logTimeMs log time of the record
 */
public record VersionUsed(String key, String version, String source, long logTimeMs)
        implements Comparable<VersionUsed> {
    @Override
    public int compareTo(VersionUsed other) {
        return identity().compareTo(other.identity());
    }

    /** What makes it another version: the record and its version, not when it was sent. */
    public String identity() {
        return key + "@" + (version == null ? "" : version);
    }
}

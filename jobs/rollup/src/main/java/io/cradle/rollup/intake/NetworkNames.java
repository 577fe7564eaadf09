package io.cradle.rollup.intake;

import io.cradle.schemas.wire.RecordKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The names of networks by the beginnings of keys: networks are few and records many, and a name that is always the same
 * object is hashed once. A name falls out when another takes its place. For one thread.
 */
public final class NetworkNames {
    /** A power of two. */
    private static final int PLACES = 1 << 12;

    /** 2^32 by the golden ratio: names that differ in their last digits only are spread wide. */
    private static final int SPREAD = 0x9E3779B9;

    private record Name(byte[] bytes, String text) {}

    private final Name[] known = new Name[PLACES];

    /** The network that a key belongs to: its first part. */
    public String of(byte[] key) {
        int hash = 0;
        int end = 0;
        while (end < key.length && key[end] != '/') {
            hash = 31 * hash + key[end++];
        }
        int place = (hash * SPREAD) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(PLACES));
        Name name = known[place];
        if (name == null || !Arrays.equals(name.bytes, 0, name.bytes.length, key, 0, end)) {
            name = new Name(
                    Arrays.copyOf(key, end),
                    RecordKey.split(new String(key, 0, end, StandardCharsets.UTF_8))
                            .get(0));
            known[place] = name;
        }
        return name.text;
    }
}

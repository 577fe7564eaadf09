package io.cradle.core.network;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * 64 bits that stand for the versions a product rests on directly: enough to tell that they changed, and small enough to
 * keep for every product (FNV-1a, 64 bits).
 */
final class VersionDigest {
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int HEX_DIGITS = 16;

    private VersionDigest() {}

    /** The digest of a text, or the one that the text is: earlier versions published the text itself. */
    static long of(String versions) {
        if (versions.length() == HEX_DIGITS && versions.chars().allMatch(HexFormat::isHexDigit)) {
            return HexFormat.fromHexDigitsToLong(versions);
        }
        long hash = OFFSET_BASIS;
        for (byte b : versions.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * PRIME;
        }
        return hash;
    }

    /** 16 hexadecimal digits. */
    static String text(long digest) {
        return HexFormat.of().toHexDigits(digest);
    }
}

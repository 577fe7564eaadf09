package io.cradle.cli.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a reader of the output topics saw.
 *
 * @param footprints by network, encoded as they came, in the order in which they were seen
 * @param rejections all reasons that were given, by topic/partition/offset
 */
record Seen(Map<String, List<byte[]>> footprints, Map<String, Set<String>> rejections) {
    List<byte[]> footprintsOf(String network) {
        return footprints.getOrDefault(network, List.of());
    }
}

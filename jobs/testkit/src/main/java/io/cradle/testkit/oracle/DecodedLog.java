package io.cradle.testkit.oracle;

import java.util.List;
import java.util.Map;

/**
 * A log as the oracle takes it.
 *
 * @param entries the records that decode, by (log time, topic, partition, offset)
 * @param rejected reasons by topic/partition/offset of the records that do not, and so act on nothing
 */
public record DecodedLog(List<LogEntry> entries, Map<String, Reason> rejected) {}

package io.cradle.cli.chaos;

import io.cradle.cli.chaos.ScriptedRecord.Manner;
import io.cradle.testkit.oracle.DecodedLog;
import java.util.List;

/**
 * What was sent.
 *
 * @param sent all records
 * @param duplicated of them, those sent a second time
 * @param displaced those that others overtook
 * @param corrupted those that were spoilt
 * @param inLog records in the input topics at the end: more than were sent where a producer did not know whether
 *     the first try had arrived
 */
record Inputs(int sent, int duplicated, int displaced, int corrupted, int inLog) {
    static Inputs of(List<ScriptedRecord> sent, DecodedLog log) {
        return new Inputs(
                sent.size(),
                count(sent, Manner.AGAIN),
                count(sent, Manner.HELD_BACK),
                count(sent, Manner.SPOILT),
                log.entries().size() + log.rejected().size());
    }

    private static int count(List<ScriptedRecord> sent, Manner manner) {
        return (int) sent.stream().filter(record -> record.manner() == manner).count();
    }
}

package io.cradle.cli.chaos;

import io.cradle.testkit.oracle.DecodedLog;

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
    static Inputs of(Script script, DecodedLog log) {
        return new Inputs(
                script.records().size(),
                script.duplicated(),
                script.displaced(),
                script.corrupted(),
                log.entries().size() + log.rejected().size());
    }
}

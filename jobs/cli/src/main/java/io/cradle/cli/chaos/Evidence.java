package io.cradle.cli.chaos;

import io.cradle.testkit.oracle.DecodedLog;
import io.cradle.testkit.oracle.OracleSettings;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a run leaves behind to be judged; no process is needed any more.
 *
 * @param inputs what was sent
 * @param struck the faults
 * @param lateRecords the highest count that the job told; empty where it never told one
 * @param longestGap between two publications, each newer than all before it
 * @param seen what the reader saw
 * @param log the input topics, with the log times that the brokers gave
 * @param settings under which the job ran
 * @param settledUpToMs log time up to which everything was surely settled and seen
 */
record Evidence(
        Inputs inputs,
        List<Struck> struck,
        OptionalLong lateRecords,
        Duration longestGap,
        Seen seen,
        DecodedLog log,
        OracleSettings settings,
        long settledUpToMs) {}
